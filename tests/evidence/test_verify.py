"""`factreport verify` from the outside: what it prints, what it writes, and when it fails."""

from __future__ import annotations

import errno
import io
import os
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from factreport.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Firm to spend £4.4bn\n\nThe firm plans to spend over £4.4 billion on chips in 2025. “We have no plan,” it said, "
    "and a spokesperson declined to comment.\n"
)
CLAIM = """\
---
claim: The firm will spend £4.4 billion
claimant: Daily
claimed: 2025-01-20
checked: 2025-02-01
verdict: open
answer: Use £4.4 billion.
figures:
  chips: Money for chips
  reply: {label: Reply, kind: wording}
citations:
  - source: daily
    quote: plans to spend over £4.4 billion on chips
    states: {chips: over £4.4 billion}
  - source: daily
    figure: reply
    quote: '"We have no plan," it said'
  - source: daily
    figure: chips
    omits: [yuan]
---
"""
SOURCE = f"""\
---
publisher: Daily
url: https://daily.example/chips
published: 2025-01-20
kind: news
knows: own
read: whole
snapshot: sha256:{sha256(TEXT.encode()).hexdigest()}
captured: 2025-01-22
---
"""
FILES = {
    "mkdocs.yml": "site_name: Desk\ntheme: factreport\ndocs_dir: content/pages\nplugins: [factreport: {version: 1}]\n",
    "content/pages/index.md": "Home\n",
    "content/scale.yml": "verdicts: {open: {word: Open, look: cannot-be-settled, means: Not known.}}\n",
    "content/claims/chips.md": CLAIM,
    "content/sources/daily.md": SOURCE,
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose snapshots lie elsewhere, named by the variable."""
    monkeypatch.setenv("FACTREPORT_EVIDENCE", str(tmp_path / "snapshots"))
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "000.txt").write_bytes(TEXT.encode())
    for name, text in FILES.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "project"


def verify(project: Path, *options: str) -> int:
    return main(["verify", str(project), *options])


def change(project: Path, old: str, new: str) -> None:
    path = project / "content" / "claims" / "chips.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_quotation_is_reported_with_class_and_place(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(project) == 0
    printed = re.sub(r"[0-9a-f]{12}…", "HASH…", capsys.readouterr().out)
    assert printed == (
        "daily (snapshot sha256:HASH…)\n"
        "  chips/daily-chips: exact, 20% into the text\n"
        "  chips/daily-reply: typographic, 54% into the text\n"
        "  chips/daily-chips-body: not in the text: yuan\n"
        "\n"
        "2 of 2 quotations proved, 1 omission proved, 0 figures noted without words\n"
        "content/evidence.lock is written: read its changes and commit it.\n"
    )


def test_a_second_run_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = project / "content" / "evidence.lock"
    verify(project)
    # As if the first proof had been on another day, which only a run with the same words and snapshot may keep.
    before = lock.read_bytes()
    modified = lock.stat().st_mtime_ns
    assert verify(project) == 0
    assert (lock.read_bytes(), lock.stat().st_mtime_ns) == (before, modified)
    assert capsys.readouterr().out.endswith("content/evidence.lock is up to date.\n")
    assert sorted(path.name for path in lock.parent.iterdir()) == [
        "claims",
        "evidence.lock",
        "pages",
        "scale.yml",
        "sources",
    ]


def test_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(project, "--check") == 1
    assert not (project / "content" / "evidence.lock").exists()
    assert "is not up to date: run `factreport verify`" in capsys.readouterr().out
    verify(project)
    assert verify(project, "--check") == 0


def test_without_snapshots_the_lock_proves_and_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    verify(project)
    before = (project / "content" / "evidence.lock").read_bytes()
    capsys.readouterr()
    monkeypatch.delenv("FACTREPORT_EVIDENCE")
    assert verify(project) == 0
    assert re.search(r"chips/daily-chips: exact, 20% into the text, proved \d{4}-\d\d-\d\d\n", capsys.readouterr().out)
    assert (project / "content" / "evidence.lock").read_bytes() == before


def test_a_folder_may_be_named_on_the_command_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FACTREPORT_EVIDENCE")
    assert verify(project, "--evidence", str(project.parent / "snapshots")) == 0
    assert "is written" in capsys.readouterr().out
    assert verify(project, "--evidence", str(project / "nowhere")) == 2
    assert "There is no folder" in capsys.readouterr().err


CHANGES = [
    ("over £4.4 billion on", "over $4.4 billion on"),
    ("over £4.4 billion on", "over £4.5 billion on"),
    ("over £4.4 billion on", "over £4.4 Billion on"),
    ("chips: over £4.4 billion}", "chips: £4.4 billion}"),
    ("chips: over £4.4 billion}", "chips: over £4.5 billion}"),
    ("omits: [yuan]", "omits: [chips]"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
@pytest.mark.parametrize("situation", ["snapshots", "lock", "nothing"])
def test_one_changed_character_fails(
    project: Path,
    old: str,
    new: str,
    situation: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    verify(project)
    capsys.readouterr()
    change(project, old, new)
    if situation != "snapshots":
        monkeypatch.delenv("FACTREPORT_EVIDENCE")
    if situation == "nothing":
        (project / "content" / "evidence.lock").unlink()
    assert verify(project) == 1
    printed = capsys.readouterr().out
    line = CLAIM[: CLAIM.index(old)].count("\n") + 1
    assert re.search(rf"^content/claims/chips\.md:{line}:\d+: [a-z-]+: .+\n    hint: ", printed, re.MULTILINE)
    if situation == "snapshots" and "on" in new.split():
        assert "The nearest words, 20% into the text: “plans to spend over £4.4 billion on chips”" in printed
    assert main(["check", str(project), "--strict"]) == 1


def test_proofs_are_not_lost_while_a_quotation_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(project)
    before = (project / "content" / "evidence.lock").read_bytes()
    change(project, "over £4.4 billion on", "over £4.5 billion on")
    assert verify(project) == 1
    assert "stays as it is until the errors above are mended" in capsys.readouterr().out
    assert (project / "content" / "evidence.lock").read_bytes() == before


def test_proofs_are_not_lost_while_a_file_is_broken(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(project)
    before = (project / "content" / "evidence.lock").read_bytes()
    change(project, "claimant: Daily\n", "")
    assert verify(project) == 1
    assert "stays as it is until the errors above are mended" in capsys.readouterr().out
    assert (project / "content" / "evidence.lock").read_bytes() == before


def test_a_damaged_lock_is_made_anew(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = project / "content" / "evidence.lock"
    verify(project)
    before = lock.read_bytes()
    lock.write_bytes(before.replace(b"start: ", b"start: 1", 1))
    assert verify(project) == 1
    assert "content/evidence.lock:10:7: " in capsys.readouterr().out
    assert lock.read_bytes() == before
    assert verify(project) == 0


def test_a_readers_own_copy(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(TEXT.encode())
    assert verify(project, "--against", str(copy), "--source", "daily") == 0
    assert (
        "daily: this file is our snapshot, byte for byte.\n  chips/daily-chips: exact, 20%" in capsys.readouterr().out
    )
    copy.write_text("Advert\n\n" + TEXT.replace("over £4.4 billion", "over £4.5 billion"), encoding="utf-8")
    assert verify(project, "--against", str(copy)) == 1
    printed = capsys.readouterr().out
    assert "daily: this file is another text than our snapshot." in printed
    assert (
        "chips/daily-chips: NOT FOUND: “plans to spend over £4.4 billion on chips”; the nearest words, "
        "24% into the text: “plans to spend over £4.5 billion on chips”" in printed
    )
    assert "chips/daily-reply: typographic, 56% into the text" in printed
    assert not (project / "content" / "evidence.lock").exists()


def test_a_copy_that_cannot_be_used(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(project, "--against", str(tmp_path / "none.txt")) == 2
    told = f"factreport: {tmp_path / 'none.txt'} cannot be read: No such file or directory.\n"
    assert capsys.readouterr().err == told
    (tmp_path / "latin.txt").write_bytes("£4.4bn".encode("latin-1"))
    assert verify(project, "--against", str(tmp_path / "latin.txt")) == 2
    assert "latin.txt is not text in UTF-8; save it as text, in that encoding." in capsys.readouterr().err
    (tmp_path / "other.txt").write_text("Rice fields under water.", encoding="utf-8")
    assert verify(project, "--against", str(tmp_path / "other.txt"), "--source", "dayly") == 2
    assert "there is no source `dayly`. Did you mean `daily`?" in capsys.readouterr().err
    assert verify(project, "--against", str(tmp_path / "other.txt")) == 1
    assert "No quotation of any source stands in" in capsys.readouterr().out


def test_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(tmp_path) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


def test_a_lock_that_cannot_be_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / "evidence.lock.new").mkdir()
    assert verify(project) == 2
    told = f"factreport: {project / 'content' / 'evidence.lock'} cannot be written: Is a directory.\n"
    assert capsys.readouterr() == ("", told)


@pytest.mark.parametrize("name", ["daily.txt", "000.txt"])
def test_a_snapshot_that_cannot_be_opened(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Told at its source where it is named like it; else the words are unchecked. All else is told as well."""
    (project.parent / "snapshots" / "000.txt").rename(project.parent / "snapshots" / name)
    close(project.parent / "snapshots" / name, monkeypatch)
    assert verify(project) == 1
    printed = capsys.readouterr().out
    assert "0 of 2 quotations proved" in printed
    assert ("quotation-unchecked: Not checked since the last edit" in printed) == (name == "000.txt")
    told = "unreadable-snapshot: The snapshot “daily.txt” cannot be opened: Permission denied."
    assert (told in printed) == (name == "daily.txt")
    assert main(["check", str(project)]) == int(name == "daily.txt")
    assert (told in capsys.readouterr().out) == (name == "daily.txt")


def close(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody open a file; rights do not keep whoever runs the tests as administrator from it."""
    real = io.open

    def refuse(path: object, *arguments: Any, **named: Any) -> Any:
        if str(path) == str(file):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(io, "open", refuse)


def test_an_interrupted_command_ends_in_a_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factreport.cli.verify.run_pipeline", interrupt)
    assert verify(project) == 130
    assert capsys.readouterr().err == "factreport: interrupted.\n"


def test_a_copy_of_what_we_hold_no_copy_of(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = project / "content" / "sources" / "daily.md"
    source.write_text(re.sub("snapshot: .*", "snapshot: none", SOURCE), encoding="utf-8")
    copy = tmp_path / "copy.txt"
    copy.write_bytes(TEXT.encode())
    assert verify(project, "--against", str(copy)) == 0
    assert capsys.readouterr().out.startswith("daily: we hold no copy of our own")


def test_a_source_is_of_a_copy(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(project, "--source", "daily") == 2
    assert "--source says which source the file of --against is a copy of" in capsys.readouterr().err
    assert not (project / "content" / "evidence.lock").exists()
