"""Compiled templates are taken from the last build where nothing that they depend on has changed."""

from __future__ import annotations

import sys
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from jinja2 import DictLoader

from factreport import language
from factreport.pages.compiled import compiled_templates
from factreport.pages.compiling import DirectEnvironment, WordsAtOnce

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Environment


@pytest.fixture(autouse=True)
def as_usual(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield
    language.speak("en")


def environment(folder: Path, text: str = "{{ word }} {{ _('Search') }}") -> Environment:
    made = DirectEnvironment(
        loader=DictLoader({"page": text}), extensions=[WordsAtOnce], bytecode_cache=compiled_templates(folder)
    )
    made.globals["_"] = language.gettext
    return made


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "__pycache__").iterdir()}


def shown(folder: Path, text: str = "{{ word }} {{ _('Search') }}") -> str:
    return environment(folder, text).get_template("page").render(word="a")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(tmp_path) == "a Search"
    before = kept(tmp_path)
    monkeypatch.setattr(DirectEnvironment, "compile", None)
    assert shown(tmp_path) == "a Search"
    assert len(before) == 1
    assert kept(tmp_path) == before


def test_other_words_of_the_template_are_compiled(tmp_path: Path) -> None:
    shown(tmp_path)
    assert shown(tmp_path, "other {{ word }}") == "other a"


def test_other_words_of_the_interface_are_compiled(tmp_path: Path) -> None:
    shown(tmp_path)
    translations = tmp_path / "translations"
    translations.mkdir()
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Search"\nmsgstr "Suche"\n'
    (translations / "de.po").write_text(catalogue, encoding="utf-8")
    language.speak("de", [translations])
    assert shown(tmp_path) == "a Suche"
    assert len(kept(tmp_path)) == 2


def test_words_that_nothing_tells_apart_are_not_kept(tmp_path: Path) -> None:
    language.use(NullTranslations(), Locale("en", "GB"))
    assert shown(tmp_path) == "a Search"
    assert not (tmp_path / "__pycache__").exists()


@pytest.mark.parametrize("length", [0, 5, 40, 200])
def test_a_damaged_file_is_compiled_again(length: int, tmp_path: Path) -> None:
    shown(tmp_path)
    ((name, content),) = kept(tmp_path).items()
    (tmp_path / "__pycache__" / name).write_bytes(content[:length])
    assert shown(tmp_path) == "a Search"
    assert kept(tmp_path) == {name: content}


def test_where_python_keeps_nothing_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown(tmp_path) == "a Search"
    assert not (tmp_path / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("not a folder")
    assert shown(tmp_path) == "a Search"
