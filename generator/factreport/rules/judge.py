"""All rules run over all figures and relations of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.rules.catalogue import all_rules
from factreport.rules.explain import explain
from factreport.rules.guard import guard
from factreport.rules.idle_reference import idle_references
from factreport.rules.order import order
from factreport.rules.prepare import figure_case, statements
from factreport.rules.relations import relation_cases
from factreport.rules.stale import stale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.evidence.origins import Origins
    from factreport.model.claim import FigureReference
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.rules.case import FigureCase, RelationCase
    from factreport.rules.comparer import Comparer
    from factreport.rules.finding import Finding


class Judgement(Struct, frozen=True):
    """What the rules found."""

    cases: Mapping[FigureReference, FigureCase]
    relations: Mapping[FigureReference, tuple[RelationCase, ...]]
    findings: Mapping[FigureReference, tuple[Finding, ...]]
    """By figure or relation, in the order in which they are shown."""
    problems: tuple[Problem, ...]


def judge(content: Content, origins: Origins, comparer: Comparer) -> Judgement:
    """Compare everything that sources state, figure by figure, and put editors' explanations to what is found."""
    stated = statements(content, origins)
    figures = [figure for claim in content.claims for figure in claim.figures]
    cases = {one.reference: figure_case(one, stated.get(one.reference, ()), comparer) for one in figures}
    relations = {
        relation.reference: relation_cases(relation, cases, comparer)
        for claim in content.claims
        for relation in claim.relations
    }
    found = [*_in_figures(cases.values()), *(one for group in relations.values() for one in _in_relations(group))]
    explained = explain(found, content)
    by_figure: dict[FigureReference, list[Finding]] = {}
    for finding in explained:
        by_figure.setdefault(finding.figure, []).append(finding)
    ordered = {figure: order(group) for figure, group in by_figure.items()}
    problems = (*stale(explained, content), *guard(content, cases, origins, comparer), *idle_references(content, cases))
    return Judgement(cases, relations, ordered, problems)


def _in_figures(cases: Iterable[FigureCase]) -> Iterable[Finding]:
    for case in cases:
        for rule in all_rules():
            if rule.find:
                yield from rule.find(case)


def _in_relations(cases: Iterable[RelationCase]) -> Iterable[Finding]:
    for case in cases:
        for rule in all_rules():
            if rule.find_related:
                yield from rule.find_related(case)
