"""The templates' surroundings: escaping on, unknown names are errors, words through gettext."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined

from factreport.figures.wording import currency_name
from factreport.language import gettext, ngettext
from factreport.pages import dates, words
from factreport.pages.compiled import compiled_templates
from factreport.pages.compiling import DirectEnvironment, WordsAtOnce
from factreport.pages.filling import fill
from factreport.pages.glyphs import bars_glyph, kind_glyph, look_glyph, state_glyph
from factreport.pages.links import is_safe, text_fragment
from factreport.pages.preview import grouped
from factreport.pages.proving import proven
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from babel import Locale
    from jinja2 import Environment


def make_environment(folders: Sequence[Path], locale: Locale) -> Environment:
    """Give the environment of all pages; the first of `folders` that has a template wins."""
    environment = DirectEnvironment(
        ours=theme_folder(),
        loader=FileSystemLoader([*folders, theme_folder()]),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", WordsAtOnce],
        bytecode_cache=compiled_templates(theme_folder()),
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(gettext, ngettext, newstyle=False)  # type: ignore[attr-defined]
    environment.filters |= {
        "day": lambda day: dates.day_markup(day, locale),
        "days": lru_cache(dates.DAYS_KEPT)(lambda days: dates.days_markup(days, locale)),
        "fill": fill,
        "kind": words.kind_words,
        "knows": words.knows_words,
        "read": words.read_words,
        "part": words.part_words,
        "proven": lambda citation: proven(citation, locale),
        "cause": words.cause_words,
        "currency": lambda code: currency_name(code, 2),
        "size": words.size_words,
        "state": words.state_words,
        "safe_url": is_safe,
        "text_fragment": text_fragment,
    }
    environment.globals |= {
        "count": words.count_words,
        "bars_glyph": bars_glyph,
        "kind_glyph": kind_glyph,
        "grouped": grouped,
        "look_glyph": look_glyph,
        "state_glyph": state_glyph,
    }
    return environment
