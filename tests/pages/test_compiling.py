"""Templates compiled with fewer steps give what Jinja's own compiler gives."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from factreport.language import gettext
from factreport.pages.compiling import DirectEnvironment, WordsAtOnce

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = {
    "base": "<{% block name %}base{% endblock %}>{{ one.two.three }}",
    "child": '{% extends "base" %}{% block name %}{{ super() }} child {{ _("Search") }}{% endblock %}',
    "parts": "{% macro bold(text, small=false) %}<b{% if small %} class=small{% endif %}>{{ text }}</b>{% endmacro %}",
    "macros": '{% import "parts" as parts %}{% for each in items %}{{ parts.bold(each) }}'
    "{{ parts.bold(text=each, small=true) }}{{ parts.bold(each, small=true) }}"
    "{{ loop.index }}{% endfor %}{{ parts.bold(*items[:1]) }}",
    "caller": "{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}{{ hostile }}{% endcall %}",
    "joined": "{{ 'a' ~ hostile ~ 1 }}{{ 'a<' ~ markup ~ hostile }}{{ 'sum' ~ none }}",
    "items": "{{ names.first }}{{ names['first'] }}{{ names.items() | list | length }}{{ hostile.upper() }}",
    "kinds": "{{ 1 }}{{ 1.5 }}{{ none }}{{ true }}{{ hostile }}{{ markup }}{{ items }}",
    "undefined": "{{ one.missing is defined }}{{ names.missing | default('none') }}",
    "set": "{% set text %}{{ hostile }}{% endset %}{{ text }}{% set a = one.two %}{{ a.three }}",
}
VALUES = {
    "one": SimpleNamespace(two=SimpleNamespace(three="<3>")),
    "names": {"first": "1st & 'best'"},
    "items": ["<x>", "y"],
    "hostile": "<script>&\"'",
    "markup": Markup("<i>kept</i>"),
}


def environment(kind: type[Environment]) -> Environment:
    made = kind(
        loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"]
    )
    made.install_gettext_callables(gettext, gettext, newstyle=False)  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_output_is_that_of_the_plain_compiler(name: str) -> None:
    direct = environment(DirectEnvironment)
    direct.add_extension(WordsAtOnce)
    assert direct.get_template(name).render(VALUES) == environment(Environment).get_template(name).render(VALUES)


@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - {"items", "undefined"}))
def test_so_is_that_of_templates_whose_attributes_are_all_there(name: str, tmp_path: Path) -> None:
    for each, text in TEMPLATES.items():
        (tmp_path / each).write_text(text)
    direct = DirectEnvironment(
        ours=tmp_path,
        loader=FileSystemLoader(tmp_path),
        autoescape=True,
        extensions=["jinja2.ext.i18n", WordsAtOnce],
    )
    assert direct.get_template(name).render(VALUES) == environment(Environment).get_template(name).render(VALUES)
    with pytest.raises(AttributeError):
        direct.get_template("items").render(VALUES)


@pytest.mark.parametrize("values", ["", "1, 2, 3", "a=1", "1, a=2", "1, c=2"])
def test_a_macro_takes_only_arguments_that_it_has(values: str) -> None:
    macro = "{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}"
    template = environment(DirectEnvironment).from_string(f"{macro}{{{{ m({values}) }}}}")
    with pytest.raises((TypeError, UndefinedError)):
        template.render(VALUES)


@pytest.mark.parametrize("text", ["{{ one.missing }}", "{{ missing }}", "{{ one.two.x.y }}", "{{ missing('x') }}"])
def test_an_unknown_name_is_an_error(text: str) -> None:
    with pytest.raises(UndefinedError):
        environment(DirectEnvironment).from_string(text).render(VALUES)
