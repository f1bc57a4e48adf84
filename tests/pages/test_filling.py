"""Placeholders of messages and markup: nothing gets in that is not escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from factreport.language import isolated
from factreport.pages.filling import fill

HOSTILE = "<b onclick='x'>{name} & \"co\""


@given(st.text(), st.text())
def test_text_is_escaped_as_the_library_does_it(words: str, value: str) -> None:
    message = words.replace("{", "").replace("}", "") + "{name}"
    assert fill(message, name=value) == Markup.escape(message).format(name=isolated(value))


def test_values_are_escaped_once_and_markup_is_kept() -> None:
    assert fill(Markup("<i>{name}</i>"), name=HOSTILE) == Markup("<i>{}</i>").format(HOSTILE)
    assert fill("A & {name}", name=Markup("<i>x</i>")) == "A &amp; <i>x</i>"
    assert fill("{n} of {n}", n=3) == "3 of 3"


def test_forms_that_are_more_than_names_are_left_to_the_library() -> None:
    assert fill("{n:03d} {{literally}}", n=7) == "007 {literally}"


def test_a_name_without_a_value_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        fill("{name}")
