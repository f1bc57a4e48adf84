"""`factreport compare`: every example of the guide prints what the guide says, and mistakes are told."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from pathlib import Path

import pytest

from factreport.cli import compare

GUIDE = Path(__file__).parents[2] / "docs" / "comparison.md"
EXAMPLES = re.findall(r"```console\n\$ factreport (.+)\n((?:.*\n)*?)```", GUIDE.read_text(encoding="utf-8"))


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser(prog="factreport")
    compare.add_parser(parser.add_subparsers())
    return compare.run(parser.parse_args(["compare", *arguments]))


def test_the_guide_has_examples() -> None:
    assert len(EXAMPLES) >= 8


@pytest.mark.parametrize(("command", "printed"), EXAMPLES)
def test_an_example_prints_what_the_guide_says(command: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out == printed


def test_json_has_what_programs_rely_on(capsys: pytest.CaptureFixture[str]) -> None:
    run("40 billion yuan", "£4.4 billion", "--on", "2025-01-21", "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert found["comparison"] == "converted-within-rounding"
    assert found["qualifiers_differ"] is False
    assert isinstance(found["date_dependent"], bool)
    days = {day: entry["in_base_window"] for day, entry in found["by_date"].items()}
    assert days == {
        "2025-01-16": False,
        "2025-01-17": False,
        "2025-01-20": True,
        "2025-01-21": True,
        "2025-01-22": False,
    }
    assert found["by_date"]["2025-01-21"]["comparison"] == "converted-within-rounding"
    assert found["b"]["tight"] == {"low": "4350000000", "high": "4450000000", "low_open": False, "high_open": True}
    assert found["working"]


def test_a_text_without_a_figure_states_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("no comment", "$12 billion", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["comparison"], found["a"]) == ("not-stated", None)


def test_a_conversion_in_brackets_is_no_second_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("40 billion yuan ($5.5 billion)", "40bn yuan") == 0
    assert "Same figure" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["$5bn and $6bn", "$11bn"], "several figures"),
        (["tens of thousands", "30,000"], "no figure is read in “tens of thousands”"),
        (["$5bn", "£4bn", "--from", "2025-01-24", "--to", "2025-01-20"], "wrong order"),
    ],
)
def test_what_cannot_be_read_is_said(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["$5", "£4", "--on", "Tuesday"], ["$5", "£4", "--rate", "7.27 yuan"]])
def test_an_option_that_cannot_be_read_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(*arguments)
    assert arguments[-1] in capsys.readouterr().err


@pytest.mark.parametrize(("text", "more"), [("€16 mille", "mille"), ("5 milion euros", "milion")])
def test_a_figure_that_is_cut_short_is_not_compared(text: str, more: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(text, "5 million euros") == 2
    assert f"“{more}” right behind" in capsys.readouterr().err


@pytest.mark.parametrize(("a", "b"), [("a third", "33%"), ("half", "50%"), ("zero", "0")])
def test_a_share_by_itself_and_zero_are_compared(a: str, b: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(a, b) == 0
    assert "Says nothing" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("one in 1,000", "0.095% to 0.105%"), ("1 in 10", "9.5% to 10.5%"), ("4-5%", "4% to 5%")],
)
def test_a_share_of_a_number_is_explained_in_per_cent(
    text: str, meaning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(text, "50%") == 0
    assert f"“{text}” can mean {meaning}" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_one_day_and_several_days(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("$1", "£1", "--on", "2025-01-21", option, "2025-01-20") == 2
    assert "--on gives the one day of publication" in capsys.readouterr().err
