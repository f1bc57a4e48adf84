"""What a source is called beside others: its name, with as much more as tells it from those of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import isolated
from factreport.pages.dates import days_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel import Locale

    from factreport.model.source import Source


def name_among(source: Source, others: Iterable[Source], locale: Locale) -> str:
    """Give a source's name; with its date where another has the same name, with its title where the date is one too."""
    alike = [other for other in others if other.slug != source.slug and other.name == source.name]
    if not alike:
        return source.name
    name = _("{source}, {date}").format(source=isolated(source.name), date=days_words(source.published, locale))
    if all(other.published != source.published for other in alike) or source.heading == source.publisher:
        return name
    return _("{source}, “{title}”").format(source=name, title=isolated(source.heading))
