"""Mistakes in a project's own translation: each is told with its line, by every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.cli import main
from factreport.language import speak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BROKEN = {
    "a conflict mark": (f'{HEAD}<<<<<<< HEAD\nmsgid "Claims"\nmsgstr "Aussagen"\n', 4, "this is “<<<<<<< HEAD”"),
    "a quotation mark that stays open": (f'{HEAD}msgid "Claims"\nmsgstr "Aussagen\n', 5, "at either end"),
    "another placeholder": (
        f'{HEAD}msgid "{{n}} error"\nmsgid_plural "{{n}} errors"\nmsgstr[0] "{{m}} Fehler"\nmsgstr[1] "{{n}} Fehler"\n',
        4,
        "{m} in “{m} Fehler” is filled by nothing; what it translates has: {n}.",
    ),
    "half a placeholder": (f'{HEAD}msgid "It has: {{names}}."\nmsgstr "Es hat: {{names."\n', 4, "A brace is missing"),
    "Latin-1": (f'{HEAD}msgid "Claims"\nmsgstr "Fälle"\n', 5, "not saved as UTF-8"),
}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize("name", BROKEN)
def test_broken_translation(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, line, words = BROKEN[name]
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A desk\ntheme: factreport\nplugins: [factreport: {language: de}]\n", encoding="utf-8"
    )
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "de.po").write_bytes(text.encode("latin-1" if name == "Latin-1" else "utf-8"))
    assert main(["check", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert f"locale/de.po:{line}:1: The translation cannot be read. " in said
    assert words in said


def test_braces_of_a_text_that_is_never_filled(tmp_path: Path) -> None:
    text = 'msgid "Check whether a bracket, [ or {, is closed too late."\nmsgstr "Steht [ oder { zu lange offen?"\n'
    (tmp_path / "de.po").write_text(f"{HEAD}{text}", encoding="utf-8")
    assert speak("de", (tmp_path,))
