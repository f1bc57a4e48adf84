"""Markup becomes drafts that the checker of content reads, and what could not be carried is said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claimreview.examples import CASES, review, script
from tests.claimreview.test_hostile import ANY_JSON, NAMES

from factreport.claimreview.json_text import locate
from factreport.claimreview.reading import read_document
from factreport.cli import main
from factreport.cli.check import all_problems
from factreport.cli.import_claims import existing_in, write
from factreport.cli.project import read_settings
from factreport.importing.import_reviews import Existing, Imported, import_reviews
from factreport.importing.note import NOTES
from factreport.model.problem import Severity
from factreport.pipeline import run
from factreport.reading.problem_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.claimreview.problem import Keys
    from factreport.model.content import Content

WILD = CASES.parent / "claimreview_wild"
DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2026, 11, 21)
CONFIGURATION = (
    "site_name: Import\ntheme: factreport\ndocs_dir: content/pages\nplugins:\n  - factreport:\n      version: 1\n"
)
SYNTAX = {kind.code for kind in KINDS if kind.severity is Severity.ERROR}


def imported(*values: Any, existing: Existing | None = None) -> Imported:
    documents = [
        read_document(f"{place}.json", json.dumps(value).encode("utf-8", "surrogatepass"), is_page=False)
        for place, value in enumerate(values)
    ]
    return import_reviews(documents, existing or Existing(), TODAY)


def codes(made: Imported) -> set[str]:
    return {note.code for note in made.notes} - {"no-scale", "source-in-part"}


def text(made: Imported, path: str) -> str:
    return {file.path: file.text for file in made.files}[path]


def project(folder: Path, made: Imported) -> Content:
    """Write what was imported as a project, and give what the generator reads of it; errors fail the test."""
    write(made, folder / "content")
    (folder / "content" / "pages").mkdir(exist_ok=True)
    (folder / "content" / "pages" / "index.md").write_text("Home.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    settings = read_settings(folder, preview=True)
    found = run(settings)
    errors = [str(one) for one in all_problems(found, settings) if one.severity > Severity.NOTICE]
    assert errors == []
    return found.content


def test_everything_is_carried(tmp_path: Path) -> None:
    change = {
        "itemReviewed": {"text": "The Earth is flat", "author": {"@type": "Person"}},
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": "2026-03-05",
                "text": "Before: “in 1987” Now: “in 1978” We misread a digit.",
            }
        ],
        "sdLicense": None,
    }
    made = imported(review("earth", change))
    assert codes(made) == set()
    content = project(tmp_path, made)
    claim = content.claim_by_slug["earth"]
    assert (claim.claim, claim.claimant, claim.claimant_is.value) == (
        "The Earth is flat",
        "Plane Earth Circle",
        "person",
    )
    assert (claim.claimant_url, claim.verbatim) == ("https://plane.example/about", True)
    assert (claim.claimed.day, claim.checked) == (date(2026, 2, 20), date(2026, 3, 2))
    assert claim.answer == "Ships sink below the horizon hull first, and pictures from space show a globe."
    assert claim.draft
    verdict = content.scale.verdict(claim.verdict)
    assert (verdict.word, verdict.rating, content.scale.worst_rating, content.scale.best_rating) == ("False", 1, 1, 5)
    (correction,) = claim.corrections
    assert (correction.said, correction.says, correction.why) == ("in 1987", "in 1978", "We misread a digit.")
    addresses = {source.url: source for source in content.sources}
    assert addresses.keys() == {
        "https://plane.example/letters/1",
        "https://gazette.example/2026/earth",
        "https://herald.example/flat-after-all",
        "https://space.example/pictures",
    }
    assert claim.first_seen == addresses["https://plane.example/letters/1"].slug
    for source in content.sources:
        assert f"(source:{source.slug})" in claim.body


@pytest.mark.parametrize("name", sorted(path.name for path in WILD.iterdir() if path.suffix in {".html", ".json"}))
def test_faulty_markup_becomes_files_without_broken_syntax(name: str, tmp_path: Path) -> None:
    made = import_reviews([read_document(name, (WILD / name).read_bytes())], Existing(), TODAY)
    if made.claims:
        project(tmp_path, made)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"claimReviewed": None}, "no-claim"),
        ({"itemReviewed": {"author": None}}, "no-claimant"),
        ({"itemReviewed": {"author": [{"name": "A"}, {"name": "B"}]}}, "several-claimants"),
        ({"datePublished": None, "dateModified": None}, "no-check-date"),
        ({"itemReviewed": {"datePublished": "last spring"}}, "unclear-date"),
        ({"reviewRating": {"alternateName": None}}, "no-verdict"),
        ({"reviewRating": {"ratingValue": -1, "bestRating": -1, "worstRating": -1}}, "rating-not-kept"),
        ({"reviewRating": {"ratingExplanation": None}}, "no-answer"),
        ({"reviewRating": {"ratingExplanation": "so " * 31}}, "long-answer"),
        ({"correction": {"datePublished": "2026-03-05", "text": "The year was wrong."}}, "correction-in-part"),
        ({"correction": "The year was wrong."}, "no-correction-date"),
        ({"citation": ["A book"]}, "no-address"),
        ({"associatedMediaReview": {"@id": "https://desk.example/m"}}, "not-carried"),
    ],
)
def test_what_cannot_be_carried_is_said(change: Any, code: str, tmp_path: Path) -> None:
    made = imported(review("earth", {"sdLicense": None, **change}))
    assert codes(made) == {code}
    assert all(note.line >= 1 for note in made.notes)
    if made.claims:
        project(tmp_path, made)


def test_a_page_and_its_feed_make_one_claim() -> None:
    made = imported(review("earth"), review("feed"))
    assert made.claims == 3
    assert [note.message for note in made.notes if note.code == "repeated"] == ["It is imported as earth already."]


def test_a_withdrawn_review_is_left_out() -> None:
    withdrawn = {"dateDeleted": "2026-03-09", "item": [{"@type": "ClaimReview", "url": "https://desk.example/x/"}]}
    made = imported({**review("feed"), "dataFeedElement": [withdrawn]})
    assert made.claims == 0
    assert codes(made) == {"withdrawn"}


def test_verdicts_become_those_of_the_scale_that_is_there() -> None:
    existing = Existing(verdicts={"False": "contradicted"})
    made = imported(review("earth"), review("sun"), existing=existing)
    assert "verdict: contradicted" in text(made, "claims/earth.md")
    assert [note.message for note in made.notes if note.code == "verdict-not-on-scale"] == [
        "The scale has no verdict “True”: add it, or choose another."
    ]
    assert not any(file.path == "scale.yml" for file in made.files)


def test_a_source_that_is_there_is_used(tmp_path: Path) -> None:
    first = imported(review("earth"))
    write(first, tmp_path)
    again = imported(
        review("moon", {"citation": [{"url": "https://gazette.example/2026/earth"}]}), existing=existing_in(tmp_path)
    )
    assert "sources/gazette-earth.md" not in {file.path for file in again.files}
    assert "(source:gazette-earth)" in text(again, "claims/moon.md")


def test_the_command_writes_drafts_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(f"<html>{script(review('earth'))}", encoding="utf-8")
    assert main(["import", "page.html", "--output", "content"]) == 0
    assert "content: 1 claim and 4 sources written, all as drafts" in capsys.readouterr().out
    Path("content/claims/earth.md").write_text("mine", encoding="utf-8")
    assert main(["import", "page.html", "--output", "content"]) == 2
    assert "claims/earth.md" in capsys.readouterr().err
    assert Path("content/claims/earth.md").read_text(encoding="utf-8") == "mine"
    Path("content/claims/old").mkdir()
    Path("content/claims/earth.md").rename("content/claims/old/earth.md")
    assert main(["import", "page.html", "--output", "content"]) == 2


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(f"<html>{script(review('earth'))}", encoding="utf-8")
    Path("content").write_text("a file", encoding="utf-8")
    assert main(["import", "page.html", "--output", "content/new"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("factreport: content/new")
    assert told.endswith(" cannot be written: Not a directory.\n")


def test_of_an_import_that_fails_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(f"<html>{script(review('earth'))}", encoding="utf-8")
    Path("content/claims").mkdir(parents=True)
    Path("content/sources").write_text("a file", encoding="utf-8")
    assert main(["import", "page.html", "--output", "content"]) == 2
    assert "content/sources" in capsys.readouterr().err
    assert list(Path("content/claims").iterdir()) == []


def test_a_name_of_any_length_becomes_one_that_a_file_can_have() -> None:
    made = imported({**review("earth"), "url": f"https://desk.example/claims/{'a' * 300}/"})
    assert [len(Path(file.path).name) for file in made.files if file.path.startswith("claims/")] == [63]


def test_sources_that_are_there_are_read_as_content_is(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    front = '---\npublisher: Gazette\nkind: news\nknows: own\nread: whole\n"url": >-\n  https://gazette.example/a\n'
    (tmp_path / "sources" / "gazette.md").write_text(f"{front}published: 2026-01-02\n---\n", encoding="utf-8")
    (tmp_path / "sources" / "broken.md").write_text("nothing", encoding="utf-8")
    assert existing_in(tmp_path) == Existing(sources={"broken": "", "gazette": "https://gazette.example/a"})


def test_exit_codes_where_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.json").write_text("{}", encoding="utf-8")
    Path("broken.json").write_text("{", encoding="utf-8")
    assert main(["import", "empty.json"]) == 1
    assert main(["import", "broken.json"]) == 2
    assert main(["import", "missing.json"]) == 2


HOSTILE = st.text(max_size=40) | st.sampled_from(
    [
        *(
            "a: b",
            "#x",
            "- x",
            "no",
            "null",
            "1:30",
            "'",
            '"',
            "\\",
            "---",
            "a\n---\nb",
            "[x](y)",
            "<b>",
            "{{ x }}",
            "[@a:b]",
        ),
        *(
            "\u2028",
            "\ud800",
            "é" * 99,
            "*x",
            "&x",
            "!x",
            "%",
            "@",
            "`",
            "|",
            ">",
            "? x",
            "\t",
            "\x00",
            "😀",
            "=",
            "~",
            "../..",
        ),
    ]
)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_any_words_can_be_read_back(
    tmp_path_factory: pytest.TempPathFactory, claim: str, name: str, label: str, title: str
) -> None:
    work = {"@type": "NewsArticle", "url": "https://gazette.example/1", "headline": title, "publisher": {"name": name}}
    change = {
        "claimReviewed": claim,
        "url": f"https://desk.example/{title}",
        "itemReviewed": {"author": {"name": name}, "appearance": [work], "firstAppearance": None},
        "reviewRating": {"alternateName": label, "ratingExplanation": title},
    }
    made = imported(review("earth", change))
    if made.claims:
        content = project(tmp_path_factory.mktemp("import"), made)
        assert len(content.claims) == 1


@given(NAMES, ANY_JSON, st.sampled_from(["", "reviewRating", "itemReviewed"]))
def test_any_value_of_any_property(name: str, value: Any, part: str) -> None:
    data = review("earth")
    (data[part] if part else data)[name] = value
    made = imported(data)
    assert {note.code for note in made.notes} <= NOTES.keys()


def test_the_guide_lists_every_note() -> None:
    guide = (DOCS / "import.md").read_text(encoding="utf-8")
    rows = [f"| `{code}` | {about} |" for code, about in NOTES.items()]
    assert "\n".join(rows) in guide


def test_many_reviews_and_notes_are_placed_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(text: str, wanted: Iterable[Keys]) -> dict[Keys, int]:
        asked.append(len(text))
        return locate(text, wanted)

    monkeypatch.setattr("factreport.claimreview.document.locate", counted)
    change = {"correction": [f"We misread digit {number}." for number in range(50)]}
    reviews = [review("earth", {**change, "url": f"https://desk.example/{number}/"}) for number in range(20)]
    made = imported({"@context": "https://schema.org", "@graph": reviews})
    assert sum(note.code == "no-correction-date" for note in made.notes) == 1000
    assert len({note.line for note in made.notes} | {note.column for note in made.notes}) > 1000
    assert len(asked) == 1


def test_many_reviews_of_one_name_and_many_sources() -> None:
    """Slugs tried from 2 on for each, and sources looked for one by one, would take hours: this ends."""
    appearances = [f"https://news.example/a/{number}/" for number in range(20_000)]
    one = review("earth", {"itemReviewed": {"appearance": appearances}})
    two = [{"@type": "ClaimReview", "claimReviewed": f"Same ({number})", "url": ""} for number in range(10_000)]
    made = imported(one, two)
    assert made.sources == 20_000 + 2
    assert made.claims == 10_000 + 1
    assert len({file.path for file in made.files}) == len(made.files)


def test_words_of_a_rating_make_a_short_slug_however_many_they_are() -> None:
    """Taken off one by one, they would take hours: that this ends is the test."""
    made = imported(review("earth", {"reviewRating": {"alternateName": "1, " * 200_000}}))
    assert text(made, "scale.yml").splitlines()[2] == f"  {'-'.join('1' * 30)}:"


def test_a_correction_with_many_quotation_marks_is_read_once() -> None:
    said = "Before: “" + "” " * 200_000
    made = imported(review("earth", {"correction": {"datePublished": "2026-03-05", "text": said}}))
    assert "correction-in-part" in codes(made)
