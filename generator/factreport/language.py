"""The words of the interface in the site's language: gettext, and nothing above it.

Lowest room of all: every room that speaks to a person may import it; it imports none of ours.
"""

from __future__ import annotations

from gettext import NullTranslations

_current: list[NullTranslations] = [NullTranslations()]


def use(translations: NullTranslations) -> None:
    """Make `translations` the language of all messages asked for from now on."""
    _current[0] = translations


def gettext(message: str) -> str:
    """Give `message` in the current language, or as it stands where there is no translation."""
    return _current[0].gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """Give the form of the message that fits `number`; the caller fills in the number."""
    return _current[0].ngettext(one, many, number)


def mark(message: str) -> str:
    """Give `message` as it stands and have it extracted for translation: for texts of before the language is known."""
    return message
