"""`docs/claimreview-rules.md` is made from the rules and their cases: `pytest tests/claimreview --update-golden`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.claimreview.examples import BASE, CASES

from factreport.claimreview.problem import Profile
from factreport.claimreview.rule import SOURCES, all_rules

if TYPE_CHECKING:
    from factreport.claimreview.rule import Rule

PUBLISHED = Path(__file__).parents[2] / "docs" / "claimreview-rules.md"
HEAD = """# Rules for ClaimReview markup

What `factreport claimreview` looks at ([how to use it](claimreview.md)): {n} rules, by code. For each, how grave it is for
every profile that minds it (an *error* makes the profile fail, a *warning* and a *notice* do not), whose rule it is, and
an example: a change that is made to the good review at the end of this page, or a file, and what is said of it.

This page is made from the rules and from `tests/cases/claimreview/`: `pytest tests/claimreview --update-golden`.

Whose rules: {sources}

Not decided by any rule, because files alone do not tell: whether a source is primary (P6), whether a visible date is the
one in the markup (P4), whether a site that gathers checks of others publishes its list of sites (P10), whether a site is
of a political entity, which search engines leave out (P11), whether an address on another server redirects, and whether
an element of a feed changed without its review. P1 to P13 are the rules about pages and sites that the entries name.
"""
LONGEST = 16


def test_the_published_list_is_up_to_date(*, update_golden: bool) -> None:
    made = published()
    if update_golden:
        PUBLISHED.write_text(made, encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == made, "run: pytest tests/claimreview --update-golden"


def test_every_rule_says_what_it_is_about_and_whose_it_is() -> None:
    for rule in all_rules():
        assert rule.about.rstrip().endswith("."), rule.code
        assert rule.sources, rule.code
        assert set(rule.sources) <= SOURCES.keys()
        assert rule.levels, rule.code


def published() -> str:
    sources = "; ".join(f"**{letter}** {name}" for letter, name in SOURCES.items()) + "."
    head = HEAD.format(n=len(all_rules()), sources=sources)
    good = (BASE / "reviews.json").read_text(encoding="utf-8")
    first = good[good.index("{", 1) : good.index("\n },")].replace("\n ", "\n") + "\n}"
    return "\n".join([head, *map(_section, all_rules()), f"## The good review\n\n```json\n{first}\n```\n"])


def _section(rule: Rule) -> str:
    levels = [(profile, rule.levels[profile].name.lower()) for profile in Profile if profile in rule.levels]
    grades = sorted({grade for _profile, grade in levels}, key=["error", "warning", "notice"].index)
    grave = "; ".join(
        f"{grade.capitalize()}: {', '.join(str(profile) for profile, one in levels if one == grade)}"
        for grade in grades
    )
    said = (CASES / rule.code / "expected.txt").read_text(encoding="utf-8").rstrip("\n")
    return f"## {rule.code}\n\n{rule.about}\n\n{grave}. Source: {', '.join(rule.sources)}.\n{_example(rule)}\n```text\n{said}\n```\n"


def _example(rule: Rule) -> str:
    """Give what is wrong, where it is short enough to be read."""
    case = CASES / rule.code
    for name, language in (("change.json", "json"), ("data.json", "json"), ("site/robots.txt", "text")):
        if (case / name).exists():
            text = (case / name).read_bytes().decode("utf-8", "replace").rstrip("\n")
            if len(text.splitlines()) <= LONGEST and "$review" not in text:
                return f"\n```{language}\n{text}\n```\n"
    return ""
