"""Whatever comes in, problems come out: no exception, bounded time, bounded memory."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claimreview.examples import page, problems_of, review, script

from factreport.claimreview.json_text import Broken, locate, read_json
from factreport.claimreview.lint import lint
from factreport.claimreview.problem import Profile
from factreport.claimreview.reading import Lines, read_document
from factreport.claimreview.rule import all_rules
from factreport.claimreview.web_page import scan
from factreport.cli import main

NAMES = st.sampled_from(
    """
    @context @type @id @graph url claimReviewed author name sameAs datePublished dateModified itemReviewed
    appearance firstAppearance reviewRating alternateName ratingValue bestRating worstRating correction
    dataFeedElement item dateDeleted mediaAuthenticityCategory inLanguage sdLicense
    """.split()  # noqa: SIM905 - a table of words
)
TEXTS = st.sampled_from(
    [
        *("ClaimReview", "DataFeed", "MediaReview", "Claim", "https://schema.org", "https://desk.example/a", "x", ""),
        *("http://[::1", "https://a.example/1, https://b.example/2", "2026-02-30", "2026-02-20T25:00", "-1"),
        *("1e999999", "\ud800", "<b>"),
    ]
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    TEXTS,
    st.text(max_size=8),
    st.integers(-(10**40), 10**40),
    st.floats(allow_nan=False, allow_infinity=False),
)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=6),
    max_leaves=25,
)
PIECES = st.sampled_from(
    [
        *("<script type='application/ld+json'>", "</script>", "<!--", "-->", "<![<", "<a href=", '"', "'", "<", ">"),
        *("<link rel=canonical href=", "<meta name=robots content=", "&#99999999999;", "&lt;", "{", "}", "[", "]"),
        *('"@type":', '"ClaimReview"', ",", "\n", "é", "\x00", "x"),
    ]
)


def lint_bytes(content: bytes, name: str = "input") -> tuple[str, ...]:
    """Give the codes of what is said of bytes by every profile."""
    path = Path(name)
    path.write_bytes(content)
    problems = problems_of([name])
    assert {problem.code for problem in problems} <= {rule.code for rule in all_rules()}
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        str(problem).encode("utf-8")
        assert "\n" not in problem.message
    return tuple(problem.code for problem in problems)


@pytest.fixture(autouse=True, scope="module")
def _in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("hostile"))
        yield


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    lint_bytes(content)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_page(text: str) -> None:
    lint_bytes(f"<html>{text}".encode())


@given(ANY_JSON)
def test_any_json(data: Any) -> None:
    lint_bytes(json.dumps(data).encode())


@settings(max_examples=200)
@given(NAMES, ANY_JSON, st.sampled_from(["", "reviewRating", "itemReviewed"]))
def test_any_value_of_any_property(name: str, value: Any, part: str) -> None:
    data = review("earth")
    (data[part] if part else data)[name] = value
    lint_bytes(f"<html>{script(data)}".encode("utf-8", "surrogatepass"))


@given(ANY_JSON)
def test_any_feed(value: Any) -> None:
    lint_bytes(json.dumps({**review("feed"), "dataFeedElement": value}).encode())


@given(ANY_JSON)
def test_values_are_found_where_they_stand(data: Any) -> None:
    text = json.dumps(data, indent=1)
    read = read_json(text)
    assert isinstance(read, tuple)
    for path, offset in locate(text, list(paths_of(read[0]))).items():
        decoded = json.JSONDecoder().raw_decode(text, offset)[0]
        assert decoded == value_at(json.loads(text), path)


@given(st.text("a\n", max_size=12), st.lists(st.integers(0, 12)))
def test_lines_are_counted_as_far_as_asked(text: str, offsets: list[int]) -> None:
    lines = Lines("x", text)
    for offset in (min(one, len(text)) for one in offsets):
        before = text[:offset].split("\n")
        assert lines.at(offset) == (len(before), len(before[-1]) + 1)


def paths_of(value: Any, start: tuple[str | int, ...] = ()) -> Any:
    yield start
    entries = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for key, inner in entries:
        yield from paths_of(inner, (*start, key))


def value_at(value: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def test_a_missing_value_is_placed_at_its_nearest_parent() -> None:
    text = '{"a": {"b": 1}}'
    assert locate(text, [("a", "c", "d"), ("x",), ("a", "b")]) == {("a", "c", "d"): 6, ("x",): 0, ("a", "b"): 12}


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_deep_nesting(opening: str) -> None:
    assert lint_bytes(opening.encode() * 100_000) == ("nested-too-deep",)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<![",
            "<!--",
            "<a ",
            "</",
            "<script>",
            "<a x='\"",
            "&#",
            "<!a",
            "<?",
            "<x y=",
            "<a   ",
            "<a href=x>",
            "<p>é",
        ),
        *(
            "<script ",
            "<meta x='",
            "<style>",
            "<title",
            "</a",
            "<a><!--",
            "<b alt",
            "<b alt='",
            "=",
            "< ",
            "-",
            "<link/>",
        ),
    ],
)
def test_pages_take_time_in_proportion(piece: str) -> None:
    """Quadratic time on a million pieces would be hours: that this ends is the test."""
    read = scan(piece * 300_000)
    read.words.all()
    list(read.links())


def test_a_numeric_reference_without_end() -> None:
    assert scan(f"<p>&#{'9' * 5000};").text.startswith("&#9")


def test_any_number_of_properties_may_stand_twice() -> None:
    """Each looked for by itself in the whole text would take hours: that this ends is the test."""
    data = "".join(f',"a{number}":1,"a{number}":"\\"a{number}\\":"' for number in range(30_000))
    Path("twice.json").write_text(f'{{"@type":"ClaimReview"{data}}}', encoding="utf-8")
    places = [one for one in problems_of(["twice.json"]) if one.code == "duplicate-key"]
    assert len(places) == 30_000
    assert places[0].column == 31


def test_big_numbers() -> None:
    numbers = f'"ratingValue":{"9" * 5000},"bestRating":1e999999999999,"worstRating":1E-99999'
    assert "number-wrong" in lint_bytes(f'{{"@type":"ClaimReview","reviewRating":{{{numbers}}}}}'.encode())


def test_terminal_codes_are_shown_as_escapes() -> None:
    data = review("earth", {"url": "\x1b[2J\x07", "inLanguage": "\u202e"})
    Path("escape.html").write_text(f"<html>{script(data)}", encoding="utf-8")
    said = "".join(map(str, problems_of(["escape.html"])))
    assert "\x1b" not in said
    assert r"\x1b[2J" in said


def test_a_file_over_the_limit_is_not_read_further(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            assert size >= 0
            self.given += size
            return b"[" * size

    class Input:
        buffer = Endless()

    monkeypatch.setattr(sys, "stdin", Input)
    result = lint(["-"], [Profile.GOOGLE], limit=1000)
    assert [problem.code for problem in result.problems] == ["too-large"]
    assert Input.buffer.given == 1001


def test_names_of_files_cannot_forge_annotations(capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\n::error::b,c:d.json"
    Path(name).write_text("{", encoding="utf-8")
    main(["claimreview", name, "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines if line.startswith("::")] == ["::error"]
    assert r"file=a\n%3A%3Aerror%3A%3Ab%2Cc%3Ad.json," in lines[0]


def test_a_folder_that_is_a_file_and_a_file_that_is_a_folder() -> None:
    Path("folder.html").mkdir()
    Path("folder.html/page.html").write_text(page("<!-- earth -->"), encoding="utf-8")
    assert "unreadable" not in {problem.code for problem in problems_of(["folder.html"])}
    assert [problem.code for problem in problems_of(["folder.html/page.html/more"])] == ["unreadable"]


def test_page_in_another_encoding() -> None:
    text = page('<html><meta charset="iso-8859-1"><!-- earth -->').replace("Plane", "Plané")
    document = read_document("page.html", text.encode("latin-1"), is_page=True)
    assert not document.failures
    assert "Plané" in str(document.reviews[0].data)


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ('{"a": "b', 6, "a text begins here and never ends."),
        ('{"a": [1', 8, "it breaks off here."),
        ('{"a": ', 6, "it breaks off here."),
        ("", 0, "expecting value."),
        ("[tru]", 1, "expecting value."),
    ],
)
def test_json_that_is_cut_short(text: str, offset: int, message: str) -> None:
    read = read_json(text)
    assert isinstance(read, Broken)
    assert (read.offset, read.found.message) == (offset, f"This is not JSON: {message}")
