"""Every rule has a case that shows it and nothing else, and an entry in the published list."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.claimreview.examples import BASE, CASES, NAMES, lay_out, lay_out_site, page, problems_of

from factreport.claimreview.problem import Problem, Profile
from factreport.claimreview.rule import all_rules, rule_named
from factreport.cli import main

ALL_PROFILES = [argument for profile in Profile for argument in ("--profile", str(profile))]


def printed(problems: tuple[Problem, ...]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert {rule.code for rule in all_rules()} == set(NAMES)


def test_no_code_is_given_twice() -> None:
    codes = [rule.code for rule in all_rules()]
    assert sorted(set(codes)) == codes


def test_the_good_page_meets_every_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(page((BASE / "page.html").read_text(encoding="utf-8")), encoding="utf-8")
    assert printed(problems_of(["page.html"])) == ""


def test_the_good_site_meets_every_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay_out_site(Path("site"))
    assert printed(problems_of(["site"])) == ""


@pytest.mark.parametrize("name", NAMES)
def test_mutant(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    update_golden: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = lay_out(name, tmp_path)
    main(["claimreview", *arguments, *ALL_PROFILES, "--notices"])
    lines = capsys.readouterr().out.splitlines()
    said = "".join(f"{line}\n" for line in lines[: -1 - len(Profile)])
    expected = CASES / name / "expected.txt"
    if update_golden:
        expected.write_text(said, encoding="utf-8")
    assert {line.split(": ")[1] for line in said.splitlines() if not line.startswith(" ")} == {name}
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_profiles_that_do_not_mind_it_say_nothing(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = rule_named(name)
    others = tuple(profile for profile in Profile if profile not in rule.levels)
    monkeypatch.chdir(tmp_path)
    paths = [argument for argument in lay_out(name, tmp_path) if not argument.startswith("-")]
    if others and name != "label-off-scale":
        assert printed(problems_of(paths, others)) == ""
