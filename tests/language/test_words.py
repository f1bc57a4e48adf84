"""The interface in another language: what is extracted, how a translation is found, and that nothing is left over."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from msgspec.structs import replace
from tests.pages.sites import ONE_OF_EACH, PROJECT, settings

from factreport.figures.decimals import decimal_string, exact_string
from factreport.figures.exact import Fraction
from factreport.figures.wording import currency_name, write_day
from factreport.language import CATALOGUES, gettext, locale, ngettext, speak
from factreport.pages.search_index import says
from factreport.pages.site import Site, pages
from factreport.pipeline import build_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

DATA = Path(__file__).parent
TEMPLATE = CATALOGUES / "factreport.pot"
PSEUDO = "zh"
"""A language whose days and numbers have no Latin letters, so that any that are left come from us."""
OPEN, CLOSE = "⟦", "⟧"
NAMES = (
    *("BibTeX", "CSL-JSON", "Linux", "macOS", "Windows"),
    *("sha256sum copy.txt", "shasum -a 256 copy.txt", "certutil -hashfile copy.txt SHA256"),
)
"""Called so in every language."""
ADDRESS = re.compile(r"https?://\S+|\S+@[\w.-]+")
SHOWN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder", "data-failed")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


def test_the_catalogue_is_up_to_date(tmp_path: Path) -> None:
    """If this fails: `make messages`."""
    recipe = re.search(r"^messages:.*\n((?:\t.*\n)+)", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert recipe
    command = shlex.split(
        recipe[1].replace("\\\n", " ").strip().removeprefix("@").replace("$(BIN)", str(Path(sys.executable).parent))
    )
    fresh = tmp_path / "factreport.pot"
    command = [f"--output={fresh}" if part.startswith("--output=") else part for part in command]
    subprocess.run(command, cwd=PROJECT, check=True)
    assert _messages(fresh) == _messages(TEMPLATE)


def _messages(path: Path) -> list[object]:
    with path.open("rb") as file:
        return [message.id for message in read_po(file)]


def test_words_of_templates_rules_and_code_are_in_the_catalogue() -> None:
    known = _messages(TEMPLATE)
    assert "Skip to the content" in known
    assert "Cannot both be right" in known
    assert any(isinstance(one, str) and one.startswith("No way of rounding") for one in known)
    assert ("{n} claim", "{n} claims") in known


def test_a_translation_is_found_by_language_and_the_rest_stays_english() -> None:
    assert speak("de-AT", (DATA,))
    assert gettext("Sources") == "Quellen"
    assert gettext("no such message") == "no such message"
    assert [ngettext("{n} claim", "{n} claims", n) for n in (1, 2)] == ["{n} Behauptung", "{n} Behauptungen"]
    assert not speak("fr", (DATA,))
    assert gettext("Sources") == "Sources"
    assert speak("en", (DATA,))


def test_numbers_and_days_follow_the_language_and_machines_do_not() -> None:
    seen = {}
    for code in ("en", "de", "fr"):
        speak(code)
        seen[code] = [
            decimal_string(Fraction(-12345678, 1000), 2),
            write_day(date(2025, 1, 22)),
            currency_name("CHF", 2),
        ]
        assert exact_string(Fraction(12345678, 1000)) == "12345.678"
    assert seen["en"] == ["-12,345.68", "22 January 2025", "Swiss francs"]
    assert seen["de"] == ["-12.345,68", "22. Januar 2025", "Schweizer Franken"]
    assert seen["fr"] == ["-12\u202f345,68", "22 janvier 2025", "francs suisses"]


def test_an_unknown_language_and_a_broken_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="klingonisch"):
        speak("klingonisch")
    (tmp_path / "de.po").write_bytes(b'msgid "Sources"\nmsgstr "Quellen \xff"\n')
    with pytest.raises(ValueError, match=re.escape("de.po")):
        speak("de", (tmp_path,))


def pseudo_translate(folder: Path) -> None:
    """Write a translation in which every message stands between brackets."""
    with TEMPLATE.open("rb") as file:
        template = read_po(file)
    catalogue = Catalog(locale=PSEUDO)
    for message in template:
        if message.id:
            several = isinstance(message.id, tuple)
            last = message.id[-1] if isinstance(message.id, tuple) else message.id
            catalogue.add(message.id, (f"{OPEN}{last}{CLOSE}",) if several else f"{OPEN}{last}{CLOSE}")
    with (folder / f"{PSEUDO}.po").open("wb") as file:
        write_po(file, catalogue)


@pytest.fixture(scope="module")
def pseudo_pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Give each type of page of the project's content, with every message between brackets."""
    folder = tmp_path_factory.mktemp("pseudo")
    pseudo_translate(folder)
    chosen = replace(settings(), language=PSEUDO, translations=(folder,))
    site = Site(build_report(chosen), chosen)
    assert locale().language == PSEUDO
    assert all(text.startswith(OPEN) for text in says().values())
    made = {page.address: page.text for page in pages(site)}
    return {name: made[address] for name, address in ONE_OF_EACH.items() if address in made} | {
        address: text for address, text in made.items() if address.endswith(".svg")
    }


@pytest.fixture(scope="module")
def corpus() -> str:
    """Give everything that the content says, as pages would print it."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((PROJECT / "content").rglob("*")) if path.is_file())
    return _plain(" ".join(texts) + f" {settings().site_name} {settings().site_description} {settings().license}")


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def shown_texts(page: str) -> Iterator[str]:
    document = html5lib.parse(page)
    for element in document.iter():
        yield from (value for name in SHOWN_ATTRIBUTES if (value := element.get(name)))
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] not in ("script", "style", "pre"):
            yield from _texts(element)


def _texts(element: Element) -> Iterator[str]:
    yield from (text for text in (element.text, *(child.tail for child in element)) if text)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_no_word_of_the_interface_is_left_untranslated(name: str, pseudo_pages: Mapping[str, str], corpus: str) -> None:
    assert sorted(set(leftovers(pseudo_pages[name], corpus))) == []


def leftovers(page: str, corpus: str) -> Iterator[str]:
    """Give the texts of a page that are neither between brackets nor from the content."""
    # Messages are filled with other messages and with content; what holds them together is taken away from inside.
    for text in shown_texts(page):
        rest, inner = ADDRESS.sub(" ", text), ""
        while rest != inner:
            inner, rest = rest, re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", rest)
        rest = rest.rpartition(CLOSE)[2].partition(OPEN)[0]
        for part in re.split(r"[^\w\s.,'’-]+|\. ", rest):
            if re.search("[A-Za-z]{2}", part) and part.strip() not in NAMES and _plain(part) not in corpus:
                yield part.strip()
