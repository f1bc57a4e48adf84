"""Days as readers read them: whole words in the site's language, and never an age."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton
from markupsafe import Markup, escape

from factreport.language import gettext as _
from factreport.language import locale_of
from factreport.pages.filling import fill

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

    from factreport.model.days import Days

__all__ = ["day_markup", "day_words", "days_markup", "days_words", "locale_of"]

MONTH = re.compile(r"\d{4}-\d{2}")
YEAR = re.compile(r"\d{4}")
TIME = Markup('<time datetime="{stamp}">{words}</time>')
DAYS_KEPT = 4096
"""Days kept in words; a site speaks of a few thousand."""


@lru_cache(DAYS_KEPT)
def day_words(day: date, locale: Locale) -> str:
    """Give a day in words: "21 November 2026"."""
    return str(format_date(day, "long", locale=locale))


def days_words(days: Days, locale: Locale) -> str:
    """Give days as far as they are known: "January 2025", "on or after 20 January 2025", "date not known"."""
    if days.first is None or days.last is None:
        return _open_words(days, locale)
    if days.day is not None:
        return day_words(days.day, locale)
    if MONTH.fullmatch(days.text):
        return str(format_skeleton("yMMMM", days.first, locale=locale))
    if YEAR.fullmatch(days.text):
        return str(days.first.year)
    return _("{first} to {last}").format(first=day_words(days.first, locale), last=day_words(days.last, locale))


def _open_words(days: Days, locale: Locale) -> str:
    if days.last is not None:
        return _("on or before {day}").format(day=day_words(days.last, locale))
    if days.first is not None:
        return _("on or after {day}").format(day=day_words(days.first, locale))
    return _("date not known")


def day_markup(day: date, locale: Locale) -> Markup:
    """Give a day as a `time` element."""
    return fill(TIME, stamp=day.isoformat(), words=day_words(day, locale))


def days_markup(days: Days, locale: Locale) -> Markup:
    """Give days as a `time` element where they name one day, month or year; else as words."""
    words = days_words(days, locale)
    if days.day is None and not (MONTH.fullmatch(days.text) or YEAR.fullmatch(days.text)):
        return escape(words)
    stamp = days.day.isoformat() if days.day else days.text
    return fill(TIME, stamp=stamp, words=words)
