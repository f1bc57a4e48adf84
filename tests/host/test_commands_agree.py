"""What the commands take from `mkdocs.yml` is what a build takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from factreport.cli import main
from factreport.cli.project import read_settings
from factreport.mkdocs_plugin import FactreportPlugin

if TYPE_CHECKING:
    from pathlib import Path

    from tests.host.conftest import Project

    from factreport.settings import Settings

LEAST = "site_name: A desk\ntheme: factreport\nplugins: [factreport]\n"
MOST = """
INHERIT: common.yml
site_name: A desk
site_description: Its figures.
site_url: https://desk.example/facts
theme:
  name: factreport
  custom_dir: ours
plugins:
  factreport:
    content: facts
    evidence: copies
    version: 1
    language: de-AT
    quotation_words: !ENV [DESK_WORDS, 12]
    about_share: 2.5%
    rate_guard: 3%
    report_errors: desk@desk.example
    cache: false
    fast: true
    license: CC BY 4.0
    license_url: https://creativecommons.org/licenses/by/4.0/
    leave_out: [search, drawings]
"""
COMMON = "docs_dir: facts/pages\nplugins: {factreport: {leave_out: [data]}}\n"
UNSET = """
site_name: A desk
theme: {name: factreport}
plugins:
  - factreport:
      content:
      report_errors: !ENV [DESK_ERRORS, null]
      language: !ENV [DESK_LANGUAGE]
      license: !ENV [DESK_LICENCE, DESK_OTHER_LICENCE, nobody's]
      leave_out:
"""


def of_a_build(folder: Path) -> Settings:
    config = load_config(str(folder / "mkdocs.yml"))
    plugin = config.plugins["factreport"]
    assert isinstance(plugin, FactreportPlugin)
    plugin.on_config(config)
    return plugin._settings


@pytest.mark.parametrize("configuration", [LEAST, MOST, UNSET], ids=["least", "most", "unset"])
def test_same_settings(configuration: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docs", "facts/pages", "ours", "copies"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    (tmp_path / "common.yml").write_text(COMMON, encoding="utf-8")
    monkeypatch.delenv("FACTREPORT_EVIDENCE", raising=False)
    monkeypatch.setenv("DESK_WORDS", "40")
    monkeypatch.setenv("DESK_ERRORS", "")
    monkeypatch.setenv("DESK_OTHER_LICENCE", "MIT")
    assert read_settings(tmp_path) == of_a_build(tmp_path)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("leave_out: [feeds, embed]", "option `leave_out`: There is no `embed` to leave out. Did you mean `embeds`?"),
        ("leave_out: feeds", "Write a list, like [link_previews, drawings]; this is 'feeds'."),
        ("license: 4", "option `license`: Write a text; this is '4'."),
        ("report_errors: the desk", "option `report_errors`: Write a mail address"),
        ("version: 2", "The content is in format version 2; this program reads version 1."),
        ("quotation_words: 0", "Write a whole number of words, at least 1; this is '0'."),
        ("fast: sometimes", "option `fast`: Write true or false; this is 'sometimes'."),
        ("leave_oot: [feeds]", "there is no option `leave_oot`. Did you mean `leave_out`?"),
        ("content: nowhere", "`content` names a folder that is not there: nowhere"),
    ],
)
def test_what_stops_a_strict_build_stops_the_commands(
    option: str, said: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.replace("mkdocs.yml", "      report_errors: desk@example.org\n", "")
    project.replace("mkdocs.yml", "      version: 1\n", f"      {option}\n")
    assert main(["check", str(project.folder)]) == 2
    assert said in capsys.readouterr().err


def test_a_configuration_that_inherits_from_itself_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: common.yml\n", encoding="utf-8")
    (tmp_path / "common.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 2
    assert "mkdocs.yml inherits from itself" in capsys.readouterr().err


def test_pages_are_looked_for_where_a_build_finds_them(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.folder / "content" / "pages").rename(project.folder / "content" / "texts")
    project.replace("mkdocs.yml", "docs_dir: content/pages", "docs_dir: content/texts")
    project.write("content/texts/about.md", "---\ntitle: A: b\n---\n")
    assert main(["check", str(project.folder)]) == 1
    assert "content/texts/about.md:2:9: broken-yaml: " in capsys.readouterr().out


def test_check_says_what_a_strict_build_says(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.replace("content/claims/chips.md", "verdict: ", "verdict: x")
    project.replace("content/claims/sample-budget.md", "checked: ", "checked: 1")
    project.write("content/pages/about.md", "# About\n\n[Nobody](claim:nobody) <b>bold</b>\n")
    project.write("content/pages/sources/README.md", "# Sources\n")
    main(["check", str(project.folder)])
    *said, _counts = capsys.readouterr().out.splitlines()
    assert {line.split(": ")[1] for line in said[::2]} >= {"unknown-verdict", "raw-html", "address-taken"}
    built = project.build("--strict").output.splitlines()
    begin = next(place for place, line in enumerate(built) if said[0] in line)
    told = "\n".join(line.partition(" -  ")[2] or line for line in built[begin:])
    assert all(line in told for line in said), told
    assert sum(": address-taken: " in line for line in built) == 1
