"""Elements of drawings: escaped whatever they are made of, and the same in the quick way as in the general one."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from factreport.pages.drawing.markup import element, moved, svg_line, svg_text

texts = st.one_of(st.text(max_size=8), st.sampled_from(["<script>", '"', "'", "&amp;", "\x00", "50%"]), st.integers())
words = texts.map(str)


@given(words, words | words.map(Markup), texts, texts)
@example("", "", "", "")
def test_texts_are_the_same_in_the_quick_way(said: str, kind: str, x: str | int, y: str | int) -> None:
    assert svg_text(said, kind, x, y) == element("text", said, class_=kind, x=x, y=y)


@given(words, texts, texts, texts, texts)
def test_lines_are_the_same_in_the_quick_way(
    kind: str, x1: str | int, x2: str | int, y1: str | int, y2: str | int
) -> None:
    assert svg_line(kind, x1, x2, y1, y2) == element("line", class_=kind, x1=x1, x2=x2, y1=y1, y2=y2)


@given(words.map(Markup), texts, texts)
def test_moved_shapes_are_the_same_in_the_quick_way(shape: Markup, x: str | int, y: str | int) -> None:
    assert moved(shape, x, y) == element("g", shape, transform=f"translate({x} {y})")


def test_nothing_gets_out_of_an_attribute_or_text() -> None:
    for made in (svg_text("<b>", '"<b>', 0, 0), svg_line('"<b>', 0, 0, 0, 0), moved(Markup(""), '"<b>', 0)):
        assert "<b>" not in made
