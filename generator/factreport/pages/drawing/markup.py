"""SVG elements as text: escaped, with attributes in the order given, the same bytes every time."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from factreport.pages.filling import trusted

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, escaped or not (XML 1.0, production 2)."""
NOT_AS_IT_IS = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
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
