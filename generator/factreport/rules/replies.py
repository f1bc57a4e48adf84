"""The words for what parties replied and for how sources stand to a point."""

from __future__ import annotations

from factreport.language import gettext as _
from factreport.language import mark
from factreport.model.value import Reply, Stance

_REPLIES = {
    Reply.DECLINED: mark("declined to comment"),
    Reply.NO_IMMEDIATE_RESPONSE: mark("did not immediately respond"),
    Reply.NOT_COMMENTED: mark("has not commented"),
    Reply.DENIED: mark("denied it"),
    Reply.CONFIRMED: mark("confirmed it"),
    Reply.REPLIED: mark("replied"),
    Reply.NOT_MENTIONED: mark("not mentioned"),
}
_STANCES = {
    Stance.ASSERTS: mark("says so"),
    Stance.DENIES: mark("says the opposite"),
    Stance.BOTH: mark("says both"),
    Stance.SILENT: mark("says nothing about it"),
}


def reply_words(reply: Reply) -> str:
    """Give a reply as readers see it."""
    return _(_REPLIES[reply])


def stance_words(stance: Stance) -> str:
    """Give a stance as readers see it."""
    return _(_STANCES[stance])
