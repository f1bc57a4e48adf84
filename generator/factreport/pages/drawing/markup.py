"""SVG elements as text: escaped, with attributes in the order given, the same bytes every time."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, escaped or not (XML 1.0, production 2)."""


def element(name: str, *content: str, **attributes: str | int | None) -> Markup:
    """Give an element; attributes that are None are left out, `class_` is `class`, `stroke_width` is `stroke-width`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{plain(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(plain(part) for part in content)
    return Markup(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")  # noqa: S704 - all parts are escaped above


def plain(text: str) -> Markup:
    """Give text escaped and without characters that XML forbids; markup stays as it is."""
    return text if isinstance(text, Markup) else escape(NOT_IN_XML.sub("\ufffd", text))


def join(*parts: Markup) -> Markup:
    """Give pieces of markup one after the other."""
    return Markup("").join(parts)


def classes(*names: str) -> str:
    """Give the names that are not empty, as the value of a class attribute."""
    return " ".join(name for name in names if name)
