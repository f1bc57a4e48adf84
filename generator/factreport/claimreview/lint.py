"""The linter: files, folders and standard input become problems with places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec import Struct

from factreport.claimreview.gathering import Gathering, leads_to_corrections
from factreport.claimreview.inputs import folder_of, inputs_of, read_input
from factreport.claimreview.problem import Problem
from factreport.claimreview.rule import rule_named, rules_for
from factreport.claimreview.subjects import Feed, Located, Media, Options, Page, Review
from factreport.claimreview.values import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factreport.claimreview.document import Block, Document, Node
    from factreport.claimreview.inputs import Input
    from factreport.claimreview.problem import Keys, Profile
    from factreport.claimreview.rule import Rule
    from factreport.claimreview.subjects import Site


class Result(Struct, frozen=True):
    """What the linter says of everything it was given."""

    problems: tuple[Problem, ...]
    """Sorted by place."""
    documents: int
    """How many pages and files were read."""
    reviews: int
    """How many ClaimReviews they hold, those of feeds too."""
    feeds: int


Noticed = tuple["Rule", Located]
Made = TypeVar("Made")
Piece = tuple["Input", ...]
Read = tuple[list[Problem], Gathering]


class Sharing(Protocol):
    """Does what `map` does, in whatever processes; results are picklable."""

    def __call__(self, work: Callable[[Piece], Made], pieces: Sequence[Piece], /) -> Iterable[Made]:
        """Give what `work` makes of each piece, in their order."""


READ_AT_ONCE = 100
"""Inputs in a piece of the work: few enough to share it evenly, enough to be worth the asking."""


def lint(
    arguments: Sequence[str],
    profiles: Iterable[Profile],
    options: Options | None = None,
    *,
    limit: int = 32_000_000,
    sharing: Sharing = map,
) -> Result:
    """Give the problems of files, folders and standard input ("-"); of each file at most `limit` bytes are read.

    A folder counts as one site; everything else together as another. `sharing` changes nothing but the time.
    """
    wanted = tuple(dict.fromkeys(profiles))
    folders = [argument for argument in arguments if folder_of(argument)]
    others = [argument for argument in arguments if argument not in folders]
    groups = [[folder] for folder in folders] + ([others] if others else [])
    results = [_lint_together(group, wanted, options or Options(), limit, sharing) for group in groups]
    return Result(
        tuple(sorted((one for result in results for one in result.problems), key=Problem.sort_key)),
        documents=sum(result.documents for result in results),
        reviews=sum(result.reviews for result in results),
        feeds=sum(result.feeds for result in results),
    )


def _lint_together(
    arguments: Sequence[str], profiles: tuple[Profile, ...], options: Options, limit: int, sharing: Sharing
) -> Result:
    inputs = tuple(one for argument in arguments for one in inputs_of(argument))
    pieces = [inputs[start : start + READ_AT_ONCE] for start in range(0, len(inputs), READ_AT_ONCE)]
    gathering = Gathering(options)
    problems: list[Problem] = []
    for found, gathered in sharing(partial(_lint_piece, profiles, options, limit), pieces):
        problems += found
        gathering.take_in(gathered)
    if folder_of(arguments[0]) and gathering.reviews and not gathering.has_corrections:
        gathering.has_corrections = any(sharing(partial(_any_leads_to_corrections, limit), pieces))
    site = gathering.site(folder_of(arguments[0]), limit)
    problems += _placed(_of_site(site, profiles), profiles)
    reviews = len(site.reviews) + len(site.in_feeds)
    return Result(tuple(problems), len(site.documents), reviews, len(site.feeds))


def _lint_piece(profiles: tuple[Profile, ...], options: Options, limit: int, piece: Piece) -> Read:
    """Give the problems of some documents by themselves, and what is to be kept of them."""
    gathering = Gathering(options)
    problems: list[Problem] = []
    for given in piece:
        document = read_input(given, limit, options.site_url)
        if document:
            problems += _placed(_of_document(document, options, profiles), profiles)
            gathering.keep(document)
    return problems, gathering


def _any_leads_to_corrections(limit: int, piece: Piece) -> bool:
    """Tell whether a page links to corrections; asked afterwards, as most sites have such a link on the first page."""
    documents = (read_input(given, limit) for given in piece)
    return any(leads_to_corrections(document) for document in documents if document)


def _of_document(document: Document, options: Options, profiles: tuple[Profile, ...]) -> Iterator[Noticed]:
    """Give what is wrong with one document by itself."""
    for failure in document.failures:
        rule = rule_named(failure.code)
        yield rule, Located(failure.found, failure.path, None, (), failure.line, failure.column)
    reviews = tuple(Review(node, document, options) for node in document.reviews)
    for review in reviews:
        yield from _run("review", review, review.node, profiles)
    on_page = tuple(review for review in reviews if review.node.feed is None)
    if document.page and on_page:
        yield from _run("page", Page(document, on_page), on_page[-1].node, profiles)
    for node in document.feeds:
        yield from _run("feed", Feed(node, document), node, profiles)
    for node in document.media:
        yield from _run("media", Media(node, document), node, profiles)


def _run(subject: str, value: object, node: Node, profiles: tuple[Profile, ...]) -> Iterator[Noticed]:
    for rule in rules_for(subject, profiles):
        for found in rule.found_in(value):
            yield rule, Located(found, node.block.path, node.block, (*node.keys, *found.keys))


def _of_site(site: Site, profiles: tuple[Profile, ...]) -> Iterator[Noticed]:
    for rule in rules_for("site", profiles):
        yield from ((rule, located) for located in rule.located_in(site))


def _placed(noticed: Iterable[Noticed], profiles: tuple[Profile, ...]) -> list[Problem]:
    """Give the problems that one of the profiles minds, each with line and column."""
    minded = [(rule, located) for rule, located in noticed if rule.levels.keys() & set(profiles)]
    wanted: dict[int, tuple[Block, list[Keys]]] = {}
    for _rule, located in minded:
        if located.block:
            wanted.setdefault(id(located.block), (located.block, []))[1].append(located.keys)
    places = {key: block.places(keys) for key, (block, keys) in wanted.items()}
    return [_problem(rule, located, places.get(id(located.block), {}), profiles) for rule, located in minded]


def _problem(
    rule: Rule, located: Located, places: dict[Keys, tuple[int, int]], profiles: tuple[Profile, ...]
) -> Problem:
    line, column = places.get(located.keys, (located.line, located.column))
    levels = tuple((profile, rule.levels[profile]) for profile in profiles if profile in rule.levels)
    return Problem(
        path=located.path,
        line=line,
        column=column,
        code=rule.code,
        severity=max(severity for _profile, severity in levels),
        message=harmless(located.found.message),
        hint=harmless(located.found.hint),
        sources=rule.sources,
        levels=levels,
    )
