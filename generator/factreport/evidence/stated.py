"""Hold what an editor states against the words cited for it: nothing may be stated that the words do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.evidence import problem_kinds as kinds
from factreport.evidence.stated_words import has_date, has_wording, missing_names
from factreport.figures.quoted import Quoted, check_quoted
from factreport.figures.read import read_figures
from factreport.language import gettext as _
from factreport.model.value import DateValue, Names, Quantity, Responses, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.evidence.prove import Cited
    from factreport.figures.figure import Figure
    from factreport.model.claim import Statement
    from factreport.model.place import Key
    from factreport.model.problem import Problem, ProblemKind


def statement_problems(cited: Cited) -> Iterator[Problem]:
    """Give a problem for each statement of a citation that its words do not bear out.

    The words are the quotation, its translation, or the noted text; statements read from the words themselves pass.
    """
    for statement in cited.citation.statements:
        match statement.value:
            case Quantity():
                yield from _missing_figures(cited, statement, statement.value)
            case Names() | Responses():
                yield from _missing_names(cited, statement, statement.value)
            case Wording():
                if not any(has_wording(statement.value, words) for words in cited_words(cited)):
                    yield _absent(cited, statement, kinds.WORDING_NOT_QUOTED, statement.value.words)
            case DateValue():
                if not any(has_date(statement, statement.value, words) for words in cited_words(cited)):
                    yield _absent(cited, statement, kinds.DATE_NOT_QUOTED, statement.text or statement.value.days.text)


def _missing_figures(cited: Cited, statement: Statement, value: Quantity) -> Iterator[Problem]:
    """Look for the figure and its conversions; a figure that was read from the words themselves has no text."""
    words = cited.citation.translation or cited.citation.quote or cited.citation.noted
    if not statement.text or not words:
        return
    printed = read_figures(words)
    for figure in (value.figure, *value.conversions):
        result = check_quoted(figure, printed)
        if result is not Quoted.FOUND:
            kind, why = _miss(result)
            message = _("“{stated}” is stated for “{figure}”, but {why}: “{words}”.").format(
                stated=_shown(figure), figure=statement.figure.figure, why=why, words=words
            )
            yield kind.at(cited.claim.place(*statement.keys), message, _figure_hint(printed))


def _miss(result: Quoted) -> tuple[ProblemKind, str]:
    match result:
        case Quoted.UNIT_DIFFERS:
            return kinds.UNIT_NOT_QUOTED, _("the words print that number with another unit")
        case Quoted.SCALE_DIFFERS:
            return kinds.SCALE_NOT_QUOTED, _("the words print a power of ten more or less")
        case Quoted.QUALIFIER_DIFFERS:
            return kinds.QUALIFIER_NOT_QUOTED, _("the words limit that number otherwise")
        case Quoted.DIGITS_ADDED:
            return kinds.DIGITS_NOT_QUOTED, _("the words print fewer digits")
        case _:
            return kinds.FIGURE_NOT_QUOTED, _("the words do not print it")


def _figure_hint(printed: Iterable[Figure]) -> str:
    shown = ", ".join(f"“{_shown(figure)}”" for figure in printed)
    if not shown:
        return _("Quote the words that print it.")
    return _("State it as it is printed ({figures}), or quote the words that print it so.").format(figures=shown)


def _shown(figure: Figure) -> str:
    """Give a figure with the words that qualify it, before it."""
    if not figure.qualifier_text or figure.qualifier_text in figure.text:
        return figure.text
    return figure.said


def cited_words(cited: Cited) -> tuple[str, ...]:
    """Give the words that a citation rests on: quotation or noted text, and our translation of it."""
    citation = cited.citation
    return tuple(words for words in (citation.quote, citation.noted, citation.translation) if words)


def _absent(cited: Cited, statement: Statement, kind: ProblemKind, words: str) -> Problem:
    message = _("“{stated}” is stated for “{figure}”, but does not stand in the words “{words}”.")
    hint = _("State it as the source prints it, or quote the words in which the source says it.")
    return kind.at(
        cited.claim.place(*statement.keys),
        message.format(stated=words, figure=statement.figure.figure, words=" / ".join(cited_words(cited))),
        hint,
    )


def _missing_names(cited: Cited, statement: Statement, value: Names | Responses) -> Iterator[Problem]:
    """Look in all quotations of the same source in the claim: the name may stand in one, the reply in another."""
    for name in missing_names(value, _words_of_source(cited)):
        message = _("“{name}” is stated for “{figure}”, but no words cited from {source} name it.")
        hint = _("Quote the words that name it as well; if they call it otherwise, accept this and say so.")
        yield kinds.PARTY_NOT_QUOTED.at(
            cited.claim.place(*statement.keys, *_key_of(name, value)),
            message.format(name=name, figure=statement.figure.figure, source=cited.source.publisher),
            hint,
        )


def _key_of(name: str, value: Names | Responses) -> tuple[Key, ...]:
    """Give what leads from a statement to one of its names: each is an item of a list, or a key."""
    return (value.names.index(name),) if isinstance(value, Names) else (name,)


def _words_of_source(cited: Cited) -> list[str]:
    citations = (other for other in cited.claim.citations if other.source == cited.source.slug)
    return [words for other in citations for words in (other.quote, other.noted, other.translation) if words]
