"""What a rule of the linter is, and the catalogue of all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factreport.claimreview.problem import Profile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.claimreview.problem import Found
    from factreport.claimreview.subjects import Located, Site

SOURCES = {
    "G": "Google Search Central, “Fact check (ClaimReview) structured data”",
    "B": "Bing Webmaster help, “Marking up your site: claim review”",
    "S": "schema.org",
    "W": "seen broken in published markup",
    "O": "factreport",
}
"""Whose rule it is, by letter."""


Check = Callable[[Any], "Iterable[Found] | Iterable[Located]"]


class Rule(Struct, frozen=True):
    """One thing that can be wrong with markup."""

    code: str
    """Stable name in lower case with hyphens; also the name of its case."""
    sources: str
    """Letters of SOURCES, the most important first."""
    levels: Mapping[Profile, Severity]
    """How grave it is for each profile that minds it."""
    about: str
    """What it is about and why it matters, for the published list."""
    subject: str = ""
    """What `check` looks at: "review", "page", "feed", "media" or "site"; empty where reading itself notices it."""
    check: Check | None = None
    """Gives what is wrong with one subject."""

    def found_in(self, subject: object) -> Iterable[Found]:
        """Give what is wrong with a review, page, feed or check of media."""
        return self.check(subject) if self.check else ()  # type: ignore[return-value]

    def located_in(self, site: Site) -> Iterable[Located]:
        """Give what is wrong with a site, each with its place."""
        return self.check(site) if self.check else ()  # type: ignore[return-value]


def rule(
    subject: str, sources: str, *, error: str = "", warning: str = "", notice: str = ""
) -> Callable[[Check], Rule]:
    """Make a rule of a function: its name is the code, its docstring the entry in the published list.

    `error`, `warning` and `notice` name the profiles that mind it, separated by spaces.
    """

    def made(check: Check) -> Rule:
        code = check.__name__.replace("_", "-")
        severities = levels(error=error, warning=warning, notice=notice)
        return Rule(code, sources, severities, cleandoc(check.__doc__ or ""), subject, check)

    return made


def noticed_by_reading(code: str, sources: str, about: str, *, error: str = "", warning: str = "") -> Rule:
    """Make a rule that needs no function because reading comes upon it."""
    return Rule(code, sources, levels(error=error, warning=warning), about)


def levels(*, error: str = "", warning: str = "", notice: str = "") -> Mapping[Profile, Severity]:
    """Give the severity by profile; each argument names profiles, separated by spaces."""
    named = {Severity.ERROR: error, Severity.WARNING: warning, Severity.NOTICE: notice}
    return MappingProxyType({Profile(name): severity for severity, names in named.items() for name in names.split()})


EVERY = "schema google bing datacommons strict"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give the rules of every module of the folder `rules/`, by code."""
    package = f"{__name__.rpartition('.')[0]}.rules"
    modules = [import_module(f"{package}.{info.name}") for info in iter_modules(import_module(package).__path__)]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda one: one.code))


@cache
def rules_for(subject: str, profiles: tuple[Profile, ...]) -> tuple[Rule, ...]:
    """Give the rules that look at such a subject and that one of the profiles minds."""
    wanted = frozenset(profiles)
    return tuple(one for one in all_rules() if one.subject == subject and wanted & one.levels.keys())


@cache
def rule_named(code: str) -> Rule:
    """Give the rule with that code; KeyError if there is none."""
    return {one.code: one for one in all_rules()}[code]
