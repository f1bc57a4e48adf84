"""The catalogue of rules: every module of this folder that has a `RULE`, in order of rank."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factreport.rules.case import FigureCase, RelationCase
    from factreport.rules.finding import Finding


class Rule(Struct, frozen=True):
    """One way in which statements stand to each other."""

    name: str
    """As it stands in findings' names and addresses."""
    rank: int
    """Order in which rules are tried and listed: the lower, the more alarming."""
    word: str
    """What readers see in place of the name, at most six words; before translation."""
    find: Callable[[FigureCase], Iterable[Finding]] | None = None
    """Give the rule's findings in everything that sources state for one figure."""
    find_related: Callable[[RelationCase], Iterable[Finding]] | None = None
    """Give the rule's findings in a relation worked out for one source."""
    description: str = ""
    """What the rule says and why: the docstring of its module; before translation."""

    @property
    def title(self) -> str:
        """The word in the site's language."""
        return _(self.word)

    @property
    def explanation(self) -> str:
        """The description in the site's language, in Markdown."""
        return _(self.description)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give all rules of the folder, by rank, then name."""
    package = __name__.rpartition(".")[0]
    found = []
    for info in iter_modules(import_module(package).__path__):
        module = import_module(f"{package}.{info.name}")
        rule = getattr(module, "RULE", None)
        if isinstance(rule, Rule):
            found.append(_described(rule, module.__doc__ or ""))
    return tuple(sorted(found, key=lambda rule: (rule.rank, rule.name)))


def _described(rule: Rule, docstring: str) -> Rule:
    return replace(rule, description=cleandoc(docstring))
