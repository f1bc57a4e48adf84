"""Options of the plugin in `mkdocs.yml`: typed, and refused with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.cli import main
from factreport.figures.exact import Fraction
from factreport.settings import evidence_folder, parse_address, parse_share

if TYPE_CHECKING:
    from pathlib import Path

    from tests.host.conftest import Project

REFUSED = {
    "version: 2": "The content is in format version 2; this program reads version 1.",
    "quotation_words: 0": "Write a whole number of words, at least 1; this is '0'.",
    "about_share: 0.05": "Write a share in per cent, like 5%",
    "rate_guard: 500%": "between 0% and 100%",
    "report_errors: the desk": "Write a mail address or one that begins with https://",
    "leave_out: [feeds, embed]": "There is no `embed` to leave out. Did you mean `embeds`?",
    "leave_out: [pictures]": "Choose among data, feeds, search, embeds, drawings, link_previews.",
    "leave_out: embeds": "Write a list, like [link_previews, drawings]; this is 'embeds'.",
    "content: nowhere": "isn't an existing directory",
}


@pytest.mark.parametrize(("option", "reason"), REFUSED.items(), ids=REFUSED)
def test_refused_option(project: Project, option: str, reason: str) -> None:
    project.replace("mkdocs.yml", "      report_errors: desk@example.org\n", f"      {option}\n")
    project.replace("mkdocs.yml", "      version: 1\n", "" if option.startswith("version") else "      version: 1\n")
    run = project.build()
    assert run.code == 1
    assert reason in run.output


def test_unknown_option_stops_a_strict_build(project: Project) -> None:
    project.replace("mkdocs.yml", "      version: 1\n", "      version: 1\n      quotation_word: 3\n")
    run = project.build("--strict")
    assert run.code == 1
    assert "quotation_word" in run.output


def test_limit_of_quotations_is_configured(project: Project) -> None:
    project.replace("mkdocs.yml", "      version: 1\n", "      version: 1\n      quotation_words: 3\n")
    run = project.build()
    assert run.code == 1
    assert "content/claims/sample-budget.md:13:12: quotation-too-long: " in run.output


def test_a_site_goes_without_what_it_leaves_out(project: Project) -> None:
    project.replace("mkdocs.yml", "      version: 1\n", "      version: 1\n      leave_out: [data, search]\n")
    run = project.build("--strict")
    assert run.code == 0, run.output
    assert (project.site / "claims" / "chips" / "index.html").is_file()
    assert not (project.site / "claims" / "chips" / "data.json").exists()
    assert "search/" not in project.page("about")


def test_plugin_needs_its_theme(project: Project) -> None:
    project.replace("mkdocs.yml", "theme:\n  name: factreport\n", "theme:\n  name: readthedocs\n")
    run = project.build()
    assert run.code == 1
    assert "`name: factreport` under `theme:`" in run.output


def test_evidence_named_by_the_environment_has_to_be_there(project: Project) -> None:
    run = project.build(environment={"FACTREPORT_EVIDENCE": "nowhere"})
    assert run.code == 1
    assert "FACTREPORT_EVIDENCE names a folder that is not there: nowhere" in run.output


@pytest.mark.parametrize("folder", ["content/pages/copies", "site/copies", "ours"])
def test_snapshots_do_not_lie_where_they_would_be_published(
    folder: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write(f"{folder}/computing.txt", "The whole text of somebody else.")
    project.replace("mkdocs.yml", "  name: factreport\n", "  name: factreport\n  custom_dir: ours\n")
    project.replace("mkdocs.yml", "evidence: snapshots", f"evidence: {folder}")
    project.write("ours/placeholder.html", "")
    run = project.build()
    assert run.code == 1
    assert "would be published with the files of " in run.output
    assert not (project.site / "copies").exists() or folder.startswith("site")
    assert main(["check", str(project.folder)]) == 2
    assert f"The snapshots in {project.folder / folder} would be published" in capsys.readouterr().err


def test_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("evidence", "configured", "named"):
        (tmp_path / name).mkdir()
    monkeypatch.delenv("FACTREPORT_EVIDENCE", raising=False)
    assert evidence_folder(tmp_path, None) == tmp_path / "evidence"
    assert evidence_folder(tmp_path, "configured") == tmp_path / "configured"
    assert evidence_folder(tmp_path, "nowhere") is None
    monkeypatch.setenv("FACTREPORT_EVIDENCE", str(tmp_path / "named"))
    assert evidence_folder(tmp_path, "configured") == tmp_path / "named"


@pytest.mark.parametrize(
    ("text", "share"), [("5%", Fraction(1, 20)), ("0.5 %", Fraction(1, 200)), ("100%", Fraction(1))]
)
def test_shares(text: str, share: Fraction) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["", "5", "-5%", "101%", "five per cent", "5%%"])
def test_no_shares(text: str) -> None:
    with pytest.raises(ValueError, match="per cent"):
        parse_share(text)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "desk", "@example.org", "desk@example", "ftp://example.org"])
def test_no_addresses(text: str) -> None:
    with pytest.raises(ValueError, match="mail address"):
        parse_address(text)
