"""Who copied whom among some sources, as a tree, and how many origins they have."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.wording import write_day
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.report.records import Hop, OriginSummary, Provenance
from factreport.rules.pairs import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.evidence.origins import Origins
    from factreport.model.claim import Citation
    from factreport.model.source import Source


class Links(Struct, frozen=True):
    """Which sources each source repeats, within one claim or story."""

    declared: Mapping[str, tuple[str, ...]]
    inferred: Mapping[str, tuple[str, ...]]
    changed: frozenset[str]
    """Sources that print something else than what they credit."""
    through: Mapping[str, tuple[str, ...]]
    """For a source not read itself: the sources that we know it from."""


def count_origins(citations: Iterable[Citation], origins: Origins, sources: Mapping[str, Source]) -> OriginSummary:
    """Count the reports among citations and the origins behind them, and say it in words."""
    count = origins.count(citations)
    sentence = _count_sentence(count.reports, count.known, len(count.unknown), sources)
    return OriginSummary(count.reports, count.number, len(count.unknown), sentence)


def _count_sentence(reports: int, known: tuple[str, ...], unknown: int, sources: Mapping[str, Source]) -> str:
    """Say how many reports there are and where they come from; `unknown` of them from nobody knows where."""
    said = ngettext("{n} report", "{n} reports", reports).format(n=reports)
    if not reports:
        return _("no reports")
    if not known or unknown == reports > 1:
        return _("{reports}, origin not known").format(reports=said)
    if reports == len(known) == 1:
        return said
    if len(known) == 1:
        return _from_one(said, reports, sources[known[0]].name, unknown)
    if unknown:
        return _("{reports}, {origins} origins, {n} untraced").format(reports=said, origins=len(known), n=unknown)
    return _("{reports}, {origins} origins").format(reports=said, origins=len(known))


def _from_one(said: str, reports: int, origin: str, unknown: int) -> str:
    if not unknown:
        return _("{reports}, all from {origin}").format(reports=said, origin=origin)
    return _("{reports}, {n} from {origin}, {unknown} untraced").format(
        reports=said, n=reports - unknown, origin=origin, unknown=unknown
    )


def provenance(
    citations: Iterable[Citation], links: Links, origins: Origins, sources: Mapping[str, Source]
) -> Provenance:
    """Give the tree of who repeats whom among the sources of `citations` and everything that they rest on."""
    cited = tuple(citations)
    members = _with_ancestors((citation.source for citation in cited), links)
    parents = {slug: _parent(slug, members, links) for slug in members}
    children: dict[str, list[str]] = {}
    for slug, (parent, _inferred) in parents.items():
        if parent:
            children.setdefault(parent, []).append(slug)
    tree = _Tree(parents, children, links, sources, cited)
    roots = [slug for slug in members if not parents[slug][0]]
    reached = {slug for root in roots for slug in tree.below(root)}
    lost = [slug for slug in members if slug not in reached]
    placed = [slug for slug in roots if not origins.is_unknown(slug)]
    unordered = [slug for slug in roots if origins.is_unknown(slug)]
    return Provenance(
        origins=tuple(tree.hop(slug) for slug in tree.by_date(placed)),
        unordered=tuple(tree.hop(slug) for slug in tree.by_date(unordered))
        + tuple(tree.leaf(slug) for slug in tree.by_date(lost)),
        count=count_origins(cited, origins, sources),
        edges=_edges(members, links),
    )


class _Tree:
    """Builds the nested records; a source stands below the one it credits first."""

    def __init__(
        self,
        parents: Mapping[str, tuple[str, bool]],
        children: Mapping[str, list[str]],
        links: Links,
        sources: Mapping[str, Source],
        citations: Iterable[Citation],
    ) -> None:
        self._parents, self._children, self._links, self._sources = parents, children, links, sources
        self._states: dict[str, bool] = {}
        for citation in citations:
            self._states[citation.source] = self._states.get(citation.source, False) or not citation.omits
        self._names = Counter(sources[slug].name for slug in parents)
        self._dated = Counter((sources[slug].name, sources[slug].published.text) for slug in parents)

    def by_date(self, slugs: Iterable[str]) -> list[str]:
        return sorted(slugs, key=lambda slug: (self._sources[slug].published.order, slug))

    def below(self, slug: str) -> set[str]:
        found, waiting = set(), [slug]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(self._children.get(current, ()))
        return found

    def hop(self, slug: str) -> Hop:
        return self._record(slug, tuple(self.hop(child) for child in self.by_date(self._children.get(slug, ()))))

    def leaf(self, slug: str) -> Hop:
        return self._record(slug, ())

    def _record(self, slug: str, repeats: tuple[Hop, ...]) -> Hop:
        parent, inferred = self._parents[slug]
        return Hop(
            source=self._sources[slug],
            how=self._how(slug, parent),
            inferred=inferred,
            known_only_through=tuple(self._sources[other].name for other in self._links.through.get(slug, ())),
            changed=slug in self._links.changed,
            repeats=repeats,
            title=self._title(slug),
            uncounted=self._uncounted(slug),
        )

    def _uncounted(self, slug: str) -> str:
        """Say why a source is not counted: what is only credited, or read and silent, is no report of the figure."""
        states = self._states.get(slug)
        if states is None:
            return _("not cited here")
        return "" if states else _("says nothing about this")

    def _title(self, slug: str) -> str:
        source = self._sources[slug]
        is_alone = self._dated[source.name, source.published.text] < 2
        return "" if is_alone or source.heading == source.publisher else source.heading

    def _called(self, slug: str) -> str:
        """Give the name of a source; with its day where another source of the tree has that name."""
        source = self._sources[slug]
        day = source.published.day
        if self._names[source.name] < 2 or day is None:
            return source.name
        return _("{source} of {day}").format(source=source.name, day=write_day(day))

    def _how(self, slug: str, parent: str) -> str:
        declared = [self._called(other) for other in self._links.declared.get(slug, ()) if other != parent]
        inferred = [self._called(other) for other in self._links.inferred.get(slug, ()) if other != parent]
        parts = []
        if parent:
            parts.append(_("names it") if parent in self._links.declared.get(slug, ()) else _("probably used it"))
        if declared:
            parts.append(_("also names {sources}").format(sources=listed(tuple(declared))))
        if inferred:
            parts.append(_("probably used {sources}").format(sources=listed(tuple(inferred))))
        return "; ".join(parts)


def _with_ancestors(slugs: Iterable[str], links: Links) -> list[str]:
    found: dict[str, None] = {}
    waiting = sorted(set(slugs), reverse=True)
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found[current] = None
        waiting.extend((*links.declared.get(current, ()), *links.inferred.get(current, ())))
    return list(found)


def _parent(slug: str, members: list[str], links: Links) -> tuple[str, bool]:
    """Give the source under which `slug` stands, and whether that is our inference; ("", False) for an origin."""
    for inferred, table in ((False, links.declared), (True, links.inferred)):
        for other in table.get(slug, ()):
            if other in members and other != slug:
                return other, inferred
    return "", False


def _edges(members: list[str], links: Links) -> tuple[tuple[str, str, bool], ...]:
    edges = [
        (other, slug, inferred)
        for inferred, table in ((False, links.declared), (True, links.inferred))
        for slug in members
        for other in table.get(slug, ())
        if other in members
    ]
    return tuple(sorted(edges))
