"""What was published is remembered, and content that would break its promises is told so."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factreport.cli import main
from factreport.publication.file import parse_publication, read_publication, write_publication
from factreport.publication.record import Publication, PublishedClaim

BASE = Path(__file__).parents[1] / "errors" / "base"
NAMES = st.lists(st.text(max_size=8), max_size=3, unique=True).map(lambda names: tuple(sorted(names)))
CLAIMS = st.tuples(st.text(), st.text(), st.integers(0, 9), NAMES, NAMES, NAMES).map(lambda one: PublishedClaim(*one))
PUBLICATIONS = st.tuples(st.dictionaries(st.text(max_size=8), CLAIMS, max_size=4), NAMES, NAMES).map(
    lambda one: Publication(*one)
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FACTREPORT_EVIDENCE", raising=False)
    shutil.copytree(BASE, tmp_path / "project")
    return tmp_path / "project"


def edit(project: Path, name: str, old: str, new: str) -> None:
    path = project / "content" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def checked(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    main(["check", str(project)])
    return capsys.readouterr().out


@given(PUBLICATIONS)
def test_what_is_written_is_read_again(publication: Publication) -> None:
    read = parse_publication(write_publication(publication), "published.json")
    assert read.problems == ()
    assert read.publication == publication


@given(st.binary(max_size=200))
def test_any_bytes_are_damaged_or_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "published.json"
    path.write_bytes(content)
    read = read_publication(path, "published.json")
    assert (read.publication is None) == bool(read.problems)


@pytest.mark.parametrize(
    "damage",
    [
        "[]",
        "{}",
        '{"version": 2}',
        '{"version": 1}',
        '{"version": 1, "claims": []}',
        '{"version": 1, "claims": {"x": 1}, "sources": [], "stories": []}',
        '{"version": 1, "claims": {"x": {"verdict": "a", "answer": null}}, "sources": [], "stories": []}',
        '{"version": 1, "claims": {"x": {"verdict": "a", "answer": "b", "corrections": true}}}',
        '{"version": 1, "claims": {}, "sources": [1], "stories": []}',
        "[" * 100_000,
        f'{{"version": {"9" * 5000}}}',
        '{"version": NaN}',
    ],
)
def test_damage_is_told_apart(damage: str) -> None:
    read = parse_publication(damage, "published.json")
    assert [problem.code for problem in read.problems] == ["damaged-publication"]


def test_publishing_twice_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", str(project)]) == 0
    assert "1 new claim, 0 changed" in capsys.readouterr().out
    assert main(["publish", str(project)]) == 0
    assert "up to date" in capsys.readouterr().out
    assert "published.json" not in checked(project, capsys)


def test_a_changed_answer_without_an_entry_cannot_be_published(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["publish", str(project)])
    before = (project / "content/published.json").read_bytes()
    edit(project, "claims/bridge.md", "verdict: not-supported", "verdict: supported")
    assert "changed-without-correction" in checked(project, capsys)
    assert main(["publish", str(project)]) == 1
    assert "stays as it is" in capsys.readouterr().out
    assert (project / "content/published.json").read_bytes() == before


def test_an_entry_or_an_acknowledgement_lets_it_be_published(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["publish", str(project)])
    edit(project, "claims/bridge.md", "nobody has published a contract.", "nobody has published any contract.")
    accept = "accept:\n  - code: changed-without-correction\n    because: Only the wording.\nfigures:"
    edit(project, "claims/bridge.md", "figures:", accept)
    assert "changed-without-correction" not in checked(project, capsys)
    assert main(["publish", str(project)]) == 0
    assert "idle-acceptance" in checked(project, capsys)


def test_a_renamed_claim_is_missed_unless_its_old_name_leads_on(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["publish", str(project)])
    claims = project / "content/claims"
    (claims / "bridge.md").rename(claims / "crossing.md")
    assert "vanished-page: The page claims/bridge/" in checked(project, capsys)
    edit(project, "claims/crossing.md", "figures:", "former_slugs: [bridge]\nfigures:")
    assert "vanished" not in checked(project, capsys)
    edit(project, "claims/crossing.md", "verdict: not-supported", "verdict: supported")
    assert "changed-without-correction" in checked(project, capsys)


def test_an_address_can_be_given_up_on_purpose(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content/sources/herald.md").write_text(
        (project / "content/sources/courier.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    main(["publish", str(project)])
    (project / "content/sources/herald.md").unlink()
    assert main(["publish", str(project)]) == 1
    assert main(["publish", str(project), "--let-go", "sources/courier"]) == 1
    assert main(["publish", str(project), "--let-go", "sources/herald"]) == 0
    assert "herald" not in (project / "content/published.json").read_text(encoding="utf-8")
    capsys.readouterr()
    assert "vanished" not in checked(project, capsys)


def test_content_with_errors_is_incomplete_so_nothing_is_called_gone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["publish", str(project)])
    edit(project, "claims/bridge.md", "checked: 2025-02-01", "checked: 2025-02-31")
    assert "vanished" not in checked(project, capsys)


def test_a_claim_made_a_draft_is_missed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["publish", str(project)])
    edit(project, "claims/bridge.md", "figures:", "draft: yes\nfigures:")
    assert "vanished-page" in checked(project, capsys)


def test_a_withdrawn_claim_is_not_missed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["publish", str(project)])
    edit(project, "claims/bridge.md", "figures:", "retired: {date: 2025-03-01, why: A hoax.}\nfigures:")
    assert "vanished" not in checked(project, capsys)


def test_the_file_is_one_that_people_can_read() -> None:
    text = write_publication(Publication({"bridge": PublishedClaim("supported", "Answer.", 0, (), (), ())}))
    assert json.loads(text)["claims"]["bridge"]["answer"] == "Answer."
    changed = write_publication(
        Publication({"bridge": replace(PublishedClaim("supported", "x", 0, (), (), ()), answer="Other.")})
    )
    assert sum(one != other for one, other in zip(text.splitlines(), changed.splitlines(), strict=True)) == 1


def test_a_record_that_cannot_be_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "content" / "published.json"
    path.unlink(missing_ok=True)
    path.with_name("published.json.new").mkdir()
    assert main(["publish", str(project)]) == 2
    assert capsys.readouterr() == ("", f"factreport: {path} cannot be written: Is a directory.\n")


@pytest.mark.parametrize(
    ("page", "hint"),
    [
        ("sources/gazete", "Did you mean `sources/gazette`?"),
        ("", "A page is written as in its address: sources/name"),
    ],
)
def test_what_was_never_published_cannot_be_let_go(
    page: str, hint: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["publish", str(project)])
    capsys.readouterr()
    assert main(["publish", str(project), "--let-go", page]) == 2
    told = f"factreport: no page “{page}” was published, so none can be let go. {hint}\n"
    assert capsys.readouterr() == ("", told)
