"""SVG elements as text: escaped, with attributes in the order given, the same bytes every time."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from factreport.pages.filling import trusted

_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
NOT_IN_XML = re.compile(f"[{_FORBIDDEN}]")
"""Characters that no XML document may hold, escaped or not (XML 1.0, production 2)."""
NOT_AS_IT_IS = re.compile(f"[&<>\"'{_FORBIDDEN}]")
"""Characters that cannot stand in a document as they are; most texts have none."""


class Spelled(dict[str, str]):
    """Names of attributes as documents spell them, by their names in Python."""

    def __missing__(self, key: str) -> str:
        """Work out a name, and keep it."""
        self[key] = spelled = key.rstrip("_").replace("_", "-")
        return spelled


SPELLED = Spelled()


def element(name: str, *content: str, **attributes: str | int | None) -> Markup:
    """Give an element; attributes that are None are left out, `class_` is `class`, `stroke_width` is `stroke-width`."""
    written = "".join(
        [
            f' {SPELLED[key]}="{value if type(value) is int else _safe(str(value))}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    inner = "".join([_safe(part) for part in content])
    return trusted(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")  # noqa: S704 - all parts are escaped above


def svg_text(words: str, kind: str, x: str | int, y: str | int) -> Markup:
    """Give what `element("text", words, class_=kind, x=x, y=y)` gives: quicker, for what charts are made of."""
    start = f'<text class="{_safe(str(kind))}" x="{_safe(str(x))}" y="{_safe(str(y))}"'
    return trusted(f"{start}>{_safe(words)}</text>" if words else f"{start}/>")  # noqa: S704 - all parts are escaped


def svg_line(kind: str, x1: str | int, x2: str | int, y1: str | int, y2: str | int) -> Markup:
    """Give what `element("line", class_=kind, x1=x1, x2=x2, y1=y1, y2=y2)` gives."""
    across = f'x1="{_safe(str(x1))}" x2="{_safe(str(x2))}"'
    down = f'y1="{_safe(str(y1))}" y2="{_safe(str(y2))}"'
    return trusted(f'<line class="{_safe(str(kind))}" {across} {down}/>')  # noqa: S704 - as above


def moved(shape: Markup, x: str | int, y: str | int) -> Markup:
    """Give what `element("g", shape, transform="translate(x y)")` gives."""
    start = f'<g transform="translate({_safe(str(x))} {_safe(str(y))})"'
    return trusted(f"{start}>{_safe(shape)}</g>" if shape else f"{start}/>")  # noqa: S704 - as above


def plain(text: str) -> Markup:
    """Give text escaped and without characters that XML forbids; markup stays as it is."""
    return text if isinstance(text, Markup) else escape(NOT_IN_XML.sub("\ufffd", text))


def join(*parts: Markup) -> Markup:
    """Give pieces of markup one after the other."""
    return trusted("".join([_safe(part) for part in parts]))  # noqa: S704 - what is no markup is escaped


def classes(*names: str) -> str:
    """Give the names that are not empty, as the value of a class attribute."""
    return " ".join([name for name in names if name])


def _safe(text: str) -> str:
    """Give what `plain` gives, as text; quick where nothing has to be escaped."""
    return text if type(text) is Markup or not NOT_AS_IT_IS.search(text) else plain(text)
