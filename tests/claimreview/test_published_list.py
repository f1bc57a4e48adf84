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

What `factreport claimreview` looks at ([how to use it](claimreview.md)): {n} rules, by code. For each, how grave it is
for every profile that minds it (an *error* makes the profile fail, a *warning* and a *notice* do not), whose rule it
is, an example, and what is said of it.

Most examples are changes that are made to the good review at the end of this page, as a merge patch (RFC 7396: `null`
takes a property away). In files, `{{"$review": "earth"}}` and `<!-- earth -->` stand for that review, `moon` and `sun`
for others like it, `feed` for a feed with the three. Of a page only the lines are shown that differ from a good one.

This page is made from the rules and from `tests/cases/claimreview/`: `pytest tests/claimreview --update-golden`.

Whose rules:

{sources}

Not decided by any rule, because files alone do not tell: whether a source is primary (P6), whether a visible date is
the one in the markup (P4), whether a site that gathers checks of others publishes its list of sites (P10), whether a
site is of a political entity, which search engines leave out (P11), whether an address on another server redirects,
and whether an element of a feed changed without its review. P1 to P13 number the rules about pages and whole sites.
"""
LONGEST = 30


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
    sources = "\n".join(f"- **{letter}** {name}" for letter, name in SOURCES.items())
    head = HEAD.format(n=len(all_rules()), sources=sources)
    good = (BASE / "reviews.json").read_text(encoding="utf-8")
    first = good[good.index("{", 1) : good.index("\n },")].replace("\n ", "\n") + "\n}"
    return "\n".join([head, *map(_section, all_rules()), f"## The good review\n\n```json\n{first}\n```\n"])


def _section(rule: Rule) -> str:
    said = (CASES / rule.code / "expected.txt").read_text(encoding="utf-8").rstrip("\n")
    heading = f"## {rule.code}\n\n{rule.about}\n\n{_grave(rule)}. Source: {', '.join(rule.sources)}."
    return f"{heading}\n{_example(rule)}\n```text\n{said}\n```\n"


def _grave(rule: Rule) -> str:
    by_grade: dict[str, list[str]] = {"Error": [], "Warning": [], "Notice": []}
    for profile in Profile:
        if profile in rule.levels:
            by_grade[rule.levels[profile].name.capitalize()].append(str(profile))
    return "; ".join(f"{grade}: {', '.join(profiles)}" for grade, profiles in by_grade.items() if profiles)


def _example(rule: Rule) -> str:
    """Give what is wrong, where it is short enough to be read: of pages, what differs from the good one."""
    case = CASES / rule.code
    for path in sorted(path for path in case.rglob("*") if path.name not in {"expected.txt", "arguments.txt"}):
        if path.is_file():
            text = _differing(path, case).rstrip("\n")
            if text and len(text.splitlines()) <= LONGEST and max(map(len, text.splitlines())) <= 200:
                return f"\n```{path.suffix.removeprefix('.').replace('txt', 'text')}\n{text}\n```\n"
    return ""


def _differing(path: Path, case: Path) -> str:
    text = path.read_bytes().decode("utf-8", "replace")
    good = BASE / path.relative_to(case)
    if path.suffix != ".html" or not good.exists():
        return text
    known = set(good.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in text.splitlines() if line not in known)
