"""Read an exchange rate as a source prints it: "7.2712 yuan per dollar", "$1.25 to the pound", "$1 = 7.2712 yuan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.figures.exchange import StatedRate
from factreport.figures.figure import Qualifier
from factreport.figures.read import read_figures
from factreport.figures.wording import is_currency
from factreport.language import gettext as _

if TYPE_CHECKING:
    from factreport.figures.figure import Figure

_PER = re.compile(r"(.+?) (?:per|for one|for a|to the|to one|to a|a) (.+)")
_EQUALS = re.compile(r"\(?(.+?) ?= ?(.+?)\)?")


def parse_rate(text: str) -> StatedRate:
    """Give the rate that `text` prints, both of its currencies known.

    Raises `ValueError`, with a sentence for the editor, where it is no rate between two currencies.
    """
    written = text.strip()
    plain = " ".join(written.split())
    if found := _PER.fullmatch(plain):
        amount, one = found[1], f"1 {found[2]}"
    elif found := _EQUALS.fullmatch(plain):
        one, amount = found[1], found[2]
    else:
        raise ValueError(_("“{text}” is not an exchange rate.").format(text=text))
    many, single = _money(amount, text), _money(one, text)
    if single.numeral.value != 1:
        raise ValueError(_("“{text}” should give a price for one of a currency.").format(text=text))
    return StatedRate(many.numeral.value, many.numeral.step, many.unit, single.unit, written)


def _money(part: str, text: str) -> Figure:
    figures = read_figures(part)
    money = [one for one in figures if len(one.units) == 1 and is_currency(one.unit)]
    if len(money) != 1 or money[0].qualifier is Qualifier.BETWEEN or money[0].numeral.value <= 0:
        message = _("“{text}” is not an exchange rate: “{part}” is not one sum of money.")
        raise ValueError(message.format(text=text, part=part))
    return money[0]
