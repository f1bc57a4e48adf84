"""Names of months, days and parts of the year, as dates and their neighbours print them."""

from __future__ import annotations

from factreport.figures.phrases import words

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
MONTHS |= {name[:3]: number for number, name in enumerate(_NAMES, 1)}
MONTHS |= {"sept": 9}
"""Number of the month, by its name or abbreviation in lower case."""

CAPITAL_ONLY = frozenset(
    {"may", "march", "mar", "dec", "jan", "sun", "sep", "oct", "aug", "jul", "jun", "apr", "feb", "nov"}
)
"""Month words that are months only with a capital letter."""

WEEKDAYS = words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
""")
