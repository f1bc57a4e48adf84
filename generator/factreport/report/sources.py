"""Sources: on which claims each is cited, how its figures fared, whom it repeats and who repeats it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.report.records import SourceReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.report.cards import CitedSource, Extract


_NUMBERS = ("statements", "stated", "agree", "explained", "open", "verified", "quotations")
_NUMBERS_OF = attrgetter(*_NUMBERS)


class _Cited(Struct):
    """What claims take from one source."""

    claims: list[str] = field(default_factory=list)
    """Slugs of those in whose tables it stands."""
    numbers: list[CitedSource] = field(default_factory=list)


def source_reports(
    content: Content, extracts: Iterable[Extract], problems: Mapping[str, tuple[Problem, ...]]
) -> tuple[SourceReport, ...]:
    """Give the sources by publisher, then slug; `problems` are by file."""
    cited: dict[str, _Cited] = {source.slug: _Cited() for source in content.sources}
    for one in extracts:
        for numbers in one.cited:
            found = cited[numbers.source]
            # What was withdrawn is shown, and speaks neither for nor against a source.
            if not one.card.retired:
                found.numbers.append(numbers)
            if numbers.statements:
                found.claims.append(one.card.slug)
    repeated = _copied_by(content)
    ordered = sorted(content.sources, key=lambda source: (source.name.casefold(), source.slug))
    return tuple(
        _source_report(
            source,
            content,
            cited[source.slug],
            repeated.get(source.slug, ()),
            problems.get(source.written.path, ()),
        )
        for source in ordered
    )


def _source_report(
    source: Source,
    content: Content,
    cited: _Cited,
    repeated: Sequence[tuple[Source, bool]],
    problems: tuple[Problem, ...],
) -> SourceReport:
    return SourceReport(
        source=source,
        claims=tuple(cited.claims),
        copies=_copies(source, content),
        copied_by=tuple(repeated),
        problems=problems,
        **_sums(cited.numbers),
    )


def _sums(numbers: Iterable[CitedSource]) -> dict[str, int]:
    """Give what claims take from a source altogether."""
    none = (0,) * len(_NUMBERS)
    sums = map(sum, zip(none, *map(_NUMBERS_OF, numbers), strict=True))
    return dict(zip(_NUMBERS, sums, strict=True))


def _copies(source: Source, content: Content) -> tuple[tuple[Source, bool], ...]:
    links = [(slug, False) for slug in source.credits] + [(slug, True) for slug in source.probably_used]
    return tuple((content.source_by_slug[slug], inferred) for slug, inferred in links if slug in content.source_by_slug)


def _copied_by(content: Content) -> dict[str, list[tuple[Source, bool]]]:
    repeated: dict[str, list[tuple[Source, bool]]] = {}
    for source in content.sources:
        for other, inferred in _copies(source, content):
            repeated.setdefault(other.slug, []).append((source, inferred))
    return repeated
