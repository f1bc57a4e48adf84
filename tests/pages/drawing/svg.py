"""Reads drawings back, to say what is in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from factreport.figures.exact import Fraction, fraction_of
from factreport.pages.drawing.style import file_style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NUMBER = re.compile(r"-?\d+(\.\d{1,3})?(%|em)?")
PLACES = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height")


def parse(markup: str) -> ET.Element:
    return ET.fromstring(markup)  # noqa: S314 - our own markup


def elements(root: ET.Element, name: str = "") -> Iterator[ET.Element]:
    for each in root.iter():
        if not name or each.tag.rpartition("}")[2] == name:
            yield each


def classes(root: ET.Element) -> set[str]:
    return {name for each in root.iter() for name in each.get("class", "").split()}


def styled(style: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z0-9-]*)", style))


def styled_in_files() -> set[str]:
    return styled(file_style())


def styled_on_pages(style_sheet: Path) -> set[str]:
    return styled(style_sheet.read_text(encoding="utf-8"))


def assert_clean(root: ET.Element) -> None:
    """Check that nothing runs, nothing is styled in place, and every number is a short decimal."""
    for each in root.iter():
        assert each.tag.rpartition("}")[2] not in {"script", "foreignObject", "image", "a", "use"}
        for key, value in each.attrib.items():
            assert not key.lower().startswith("on")
            assert key not in {"style", "href"}
            if key in PLACES:
                assert NUMBER.fullmatch(value), (each.tag, key, value)


def percentages(root: ET.Element) -> Iterator[tuple[Fraction, Fraction]]:
    """Give left and right end of every mark, in per cent of the strip."""
    for each in root.iter():
        for first, second in (("x", "width"), ("x1", "x2"), ("cx", "")):
            left = each.get(first, "")
            if not left.endswith("%"):
                continue
            start = fraction_of(left[:-1])
            end = each.get(second, "")
            if not end.endswith("%"):
                yield start, start
            elif second == "width":
                yield start, start + fraction_of(end[:-1])
            else:
                yield min(start, fraction_of(end[:-1])), max(start, fraction_of(end[:-1]))
