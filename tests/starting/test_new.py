"""`factreport new`: what it writes lacks only what somebody has to fill in, and nothing is ever overwritten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factreport.cli import main
from factreport.model.scale import Look
from factreport.reading.claims import CLAIM
from factreport.reading.sources import SOURCE
from factreport.reading.stories import STORY
from factreport.starting.site import SITE

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.reading.record import Table

HEADLINE = "Trump administration taking $150M stake in chip startup\n"
FILLED = {
    "claim": "The US government takes a $150 million stake in xLight",
    "claimant": "The Hill",
    "claimed": "2025-12-01",
    "verdict": "partly-supported",
    "answer": "Use “up to $150 million”.",
    "amount": "Money for xLight",
    "source": "newsnation",
    "quote": "taking $150M stake in chip startup",
    "publisher": "NewsNation",
    "published": "2025-12-01",
    "kind": "news",
    "knows": "re-report",
    "read": "part",
    "title": "A planned stake in xLight",
    "summary": "A ceiling became the size of a stake.",
    "story": "xlight",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.delenv("FACTREPORT_EVIDENCE", raising=False)
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site"]) == 0
    capsys.readouterr()
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    capsys.readouterr()
    main(["check", *options])
    return [line for line in capsys.readouterr().out.splitlines() if not line.startswith("    hint: ")]


def fill(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name, value in FILLED.items():
        text = re.sub(rf'^( *(?:- )?{name}:)(?: "")?$', rf"\1 {value}", text, count=1, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")


def test_a_new_site_has_no_problem_and_all_six_looks(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, "--strict") == ["0 errors, 0 warnings, 1 notice"]
    assert {look for look in Look if f"look: {look}\n" in (site / "content" / "scale.yml").read_text()} == set(Look)
    assert "/evidence/" in (site / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert (site / "evidence").is_dir()


def test_what_is_filled_in_passes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "headline.txt").write_text(HEADLINE, encoding="utf-8")
    assert main(["new", "source", "newsnation", "--text", "headline.txt"]) == 0
    assert main(["new", "story", "xlight"]) == 0
    assert main(["new", "claim", "xlight-stake"]) == 0
    for path in (site / "content").glob("*/*.md"):
        fill(path)
    assert check(capsys, "--strict")[-1].startswith("0 errors, 0 warnings, ")
    assert main(["verify"]) == 0
    assert "1 of 1 quotations proved" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("sort", "folder", "table", "further"),
    [
        ("claim", "claims", CLAIM, ["amount", "source", "quote"]),
        ("source", "sources", SOURCE, []),
        ("story", "stories", STORY, []),
    ],
)
def test_an_empty_form_is_told_once_for_each_thing_to_fill_in(
    sort: str, folder: str, table: Table, further: list[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", sort, "xlight"]) == 0
    path = site / "content" / folder / "xlight.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    filled = {"checked", "snapshot"}
    wanted = {entry.name for entry in table.fields if entry.required} - filled | set(further)
    told = check(capsys)[:-1]
    places = [int(line.split(":")[1]) for line in told]
    assert sorted(lines[place - 1].strip(" -").split(":")[0] for place in places) == sorted(wanted)
    assert all(
        f"`{lines[place - 1].strip(' -').split(':')[0]}`" in line for place, line in zip(places, told, strict=True)
    )
    assert all(lines[place - 2].lstrip().startswith("# ") for place in places if "amount" not in lines[place - 1])


def test_a_claim_names_the_verdicts_of_the_scale(site: Path) -> None:
    scale = site / "content" / "scale.yml"
    scale.write_text("verdicts:\n  holds: {word: Holds, look: supported, means: It is so.}\n", encoding="utf-8")
    main(["new", "claim", "xlight"])
    assert "of the scale: holds.\n" in (site / "content" / "claims" / "xlight.md").read_text(encoding="utf-8")


def test_nothing_is_overwritten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "claim", "xlight"])
    claims = site / "content" / "claims"
    (claims / "2025").mkdir()
    (claims / "xlight.md").rename(claims / "2025" / "xlight.md")
    (site / "evidence" / "newsnation.txt").write_text("Kept.", encoding="utf-8")
    (site / "headline.txt").write_text(HEADLINE, encoding="utf-8")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(["new", "site"]) == 2
    assert main(["new", "claim", "xlight"]) == 2
    assert main(["new", "source", "newsnation", "--text", "headline.txt"]) == 2
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert capsys.readouterr().err.splitlines() == [
        "factreport: mkdocs.yml is there already; nothing was written.",
        "factreport: content/claims/2025/xlight.md is there already; nothing was written.",
        "factreport: evidence/newsnation.txt is there already; nothing was written.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"\n", "empty.txt is empty"),
        ("page.pdf", b"%PDF\xff", "page.pdf is not text in UTF-8"),
        ("nowhere.txt", None, "factreport: There is no file nowhere.txt: give the path of the captured text.\n"),
        ("evidence", None, "factreport: evidence cannot be read or written: Is a directory.\n"),
    ],
)
def test_a_snapshot_is_text(
    name: str, data: bytes | None, said: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (site / name).write_bytes(data)
    assert main(["new", "source", "newsnation", "--text", name]) == 2
    assert said in capsys.readouterr().err
    assert not (site / "content" / "sources").exists()


def test_a_snapshot_that_is_kept_already_is_not_copied(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "evidence" / "copied.txt").write_text(HEADLINE, encoding="utf-8")
    assert main(["new", "source", "newsnation", "--text", "evidence/copied.txt"]) == 0
    assert [path.name for path in (site / "evidence").iterdir()] == ["copied.txt"]
    assert capsys.readouterr().out.splitlines()[0] == "content/sources/newsnation.md"


def test_a_name_that_cannot_be_an_address_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "claim", "Ferry Fares"]) == 2
    assert capsys.readouterr().err.endswith("Write `ferry-fares`.\n")
    assert not (site / "content" / "claims").exists()


def test_a_record_needs_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "claim", "ferry-fares"]) == 2
    assert "There is no mkdocs.yml in this folder" in capsys.readouterr().err


def test_a_site_in_a_folder_that_is_not_there_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "site", str(tmp_path / "desk")]) == 0
    assert capsys.readouterr().out.splitlines()[:-1] == list(SITE)
    assert main(["check", str(tmp_path / "desk")]) == 0
