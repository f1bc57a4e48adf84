"""Hold what an editor states against the words cited for it: nothing may be stated that the words do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.evidence import problem_kinds as kinds
from factreport.evidence.stated_words import has_date, has_wording, missing_names
from factreport.language import gettext as _
from factreport.model.value import DateValue, Names, Responses, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.evidence.prove import Cited
    from factreport.model.claim import Statement
    from factreport.model.problem import Problem, ProblemKind


def statement_problems(cited: Cited) -> Iterator[Problem]:
    """Give a problem for each statement of a citation that its words do not bear out.

    The words are the quotation, its translation, or the noted text; statements read from the words themselves pass.
    """
    for statement in cited.citation.statements:
        match statement.value:
            case Names() | Responses():
                yield from _missing_names(cited, statement, statement.value)
            case Wording():
                if not any(has_wording(statement.value, words) for words in cited_words(cited)):
                    yield _absent(cited, statement, kinds.WORDING_NOT_QUOTED, statement.value.words)
            case DateValue():
                if not any(has_date(statement, statement.value, words) for words in cited_words(cited)):
                    yield _absent(cited, statement, kinds.DATE_NOT_QUOTED, statement.text or statement.value.days.text)


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
            cited.claim.place(*statement.keys),
            message.format(name=name, figure=statement.figure.figure, source=cited.source.publisher),
            hint,
        )


def _words_of_source(cited: Cited) -> list[str]:
    citations = (other for other in cited.claim.citations if other.source == cited.source.slug)
    return [words for other in citations for words in (other.quote, other.noted, other.translation) if words]
