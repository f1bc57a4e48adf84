"""Two sources tell different things of who replied, declined or kept silent.

"Did not immediately respond" means that nobody had answered yet; "declined to comment" means that somebody was reached
and refused. Silence that turns into refusal, and replies that vanish, are shown party by party.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.source import Read
from factreport.model.value import Reply, Responses
from factreport.rules.catalogue import Rule
from factreport.rules.pairs import finding, listed, of_values
from factreport.rules.printed import name_key
from factreport.rules.replies import reply_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.rules.case import FigureCase, Pair, Stated
    from factreport.rules.finding import Finding


def find(case: FigureCase) -> Iterator[Finding]:
    """Give the pairs that differ on some party."""
    for pair in of_values(case, Responses):
        changes = _changes(pair)
        if changes:
            yield finding(pair, RULE.name, word=RULE.title, sentence=_sentence(changes, pair), differs=True)


def _changes(pair: Pair) -> dict[tuple[Reply, Reply], list[str]]:
    """Group the parties that differ by what the two sources say of them; a party not listed is not mentioned."""
    if not isinstance(pair.reference.value, Responses) or not isinstance(pair.other.value, Responses):
        return {}
    first, second = _by_party(pair.reference.value), _by_party(pair.other.value)
    changes: dict[tuple[Reply, Reply], list[str]] = {}
    for key in dict.fromkeys((*first, *second)):
        party = (first.get(key) or second[key])[0]
        replies = (_reply_of(key, first), _reply_of(key, second))
        if replies[0] is not replies[1]:
            changes.setdefault(replies, []).append(party)
    return changes


def _by_party(responses: Responses) -> dict[str, tuple[str, Reply]]:
    """Give each party as it is written, with its reply, by what all spellings of it share."""
    return {name_key(party): (party, reply) for party, reply in responses.replies}


def _reply_of(key: str, replies: dict[str, tuple[str, Reply]]) -> Reply:
    return replies[key][1] if key in replies else Reply.NOT_MENTIONED


def _sentence(changes: dict[tuple[Reply, Reply], list[str]], pair: Pair) -> str:
    parts = [
        _("{parties}: {first} ({{A}}), {second} ({{B}})").format(
            parties=listed(tuple(parties)), first=_words(first, pair.reference), second=_words(second, pair.other)
        )
        for (first, second), parties in changes.items()
    ]
    return "; ".join(parts) + "."


def _words(reply: Reply, stated: Stated) -> str:
    """Give a reply in words; of a source that was not read whole nobody knows what it leaves out."""
    if reply is Reply.NOT_MENTIONED and stated.source.read is not Read.WHOLE:
        return _("not mentioned as far as we read")
    return reply_words(reply)


RULE = Rule("responses", 24, mark("Different replies"), find)
