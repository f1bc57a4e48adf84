"""Circles of credit: sources that in the end rest on themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.evidence import problem_kinds as kinds
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factreport.model.claim import Citation, Claim
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.model.source import Source


def find_cycles(sources: Sequence[Source]) -> tuple[Problem, ...]:
    """Give a problem for each circle: one for sources that all reach each other, by the shortest way round.

    Placed at the credit with which the first of them by name enters the circle.
    """
    by_slug = {source.slug: source for source in sources}
    links = _links(by_slug)
    named: set[str] = set()
    problems = []
    for slug in sorted(_in_circles(links)):
        if slug not in named:
            circle = _shortest_circle(slug, links)
            named |= _around(slug, links)
            problems.append(_problem(circle, by_slug))
    return tuple(problems)


def find_citation_cycles(content: Content) -> tuple[Problem, ...]:
    """Give a problem for each credit of a single citation that leads back to the citation's own source."""
    links = _links(content.source_by_slug)
    return tuple(
        _citation_problem(claim, citation, index)
        for claim in content.claims
        for citation in claim.citations
        for index, credited in enumerate(citation.credits or ())
        if credited in links and credited != citation.source and citation.source in _reached(credited, links)
    )


def _citation_problem(claim: Claim, citation: Citation, index: int) -> Problem:
    credited = (citation.credits or ())[index]
    message = _("{source} credits {credited} here, which in turn rests on {source}.")
    hint = _("Find out which of them had it first, and take the other's credit out.")
    place = claim.place(*citation.keys, "credits", index)
    return kinds.CREDIT_CYCLE.at(place, message.format(source=citation.source, credited=credited), hint)


def _links(sources: Mapping[str, Source]) -> dict[str, tuple[str, ...]]:
    """Give all links between known sources; one to itself is a mistake that reading reports."""
    return {
        slug: tuple(other for other in (*source.credits, *source.probably_used) if other in sources and other != slug)
        for slug, source in sources.items()
    }


def _in_circles(links: Mapping[str, Sequence[str]]) -> set[str]:
    """Give what is left when ends of chains, then what leads only to them, are taken away, from both sides."""
    left = set(links)
    for direction in (links, _reversed(links)):
        back = _reversed(direction)
        open_links = {slug: sum(other in left for other in direction[slug]) for slug in left}
        ends = [slug for slug, number in open_links.items() if not number]
        while ends:
            end = ends.pop()
            left.discard(end)
            for other in back[end]:
                if other in left:
                    open_links[other] -= 1
                    if not open_links[other]:
                        ends.append(other)
    return {slug for slug in left if slug in _reached(slug, links)}


def _reversed(links: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    back: dict[str, list[str]] = {slug: [] for slug in links}
    for slug, others in links.items():
        for other in others:
            back[other].append(slug)
    return back


def _reached(start: str, links: Mapping[str, Sequence[str]]) -> set[str]:
    """Give everything that chains from `start` come to, itself only by a circle."""
    found: set[str] = set()
    waiting = list(links[start])
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(links[current])
    return found


def _around(slug: str, links: Mapping[str, Sequence[str]]) -> set[str]:
    """Give everything that lies in circles with `slug`."""
    return _reached(slug, links) & _reached(slug, _reversed(links))


def _shortest_circle(start: str, links: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    row = [start]
    while start not in came_from:
        following = []
        for current in row:
            for other in links[current]:
                if other not in came_from:
                    came_from[other] = current
                    following.append(other)
        row = following
    circle = [start]
    while came_from[circle[-1]] != start:
        circle.append(came_from[circle[-1]])
    return (start, *reversed(circle[1:]))


def _problem(circle: tuple[str, ...], sources: Mapping[str, Source]) -> Problem:
    first = sources[circle[0]]
    following = circle[1]
    key = "credits" if following in first.credits else "probably_used"
    place = first.place(key, getattr(first, key).index(following))
    message = _("These sources rest on each other in a circle: {circle}.").format(
        circle=" → ".join([*circle, circle[0]])
    )
    hint = _("Find out which of them had it first, and take its `credits` or `probably_used` out of the circle.")
    return kinds.CREDIT_CYCLE.at(place, message, hint)
