"""Who printed what when: a story's sources by date, as a list in words and as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.language import gettext as _
from factreport.language import isolated, ngettext
from factreport.model.claim import FigureKind
from factreport.pages.dates import days_markup, days_words
from factreport.pages.drawing.markup import classes, element, join, svg_line, svg_text
from factreport.pages.drawing.matrix_cells import figure_words, retired_on
from factreport.pages.drawing.picture import Picture
from factreport.pages.drawing.row_words import printed_words
from factreport.pages.drawing.text_width import wrapped
from factreport.pages.listing import largest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from babel import Locale
    from markupsafe import Markup

    from factreport.model.source import Source
    from factreport.report.records import StoryReport

DATE_WIDTH, SPINE, TEXT, WIDTH = 170, 186, 206, 672
LINE, GAP = 16, 14
SHOWN_GAP = 2
"""So many days without a source are said."""
MOST_MOMENTS, MOST_PRINTED = 50, 20
"""So many sources are shown, and figures of each; the data has all."""


class Printed(Struct, frozen=True):
    """What a source prints for one figure."""

    figure: str
    """The figure's label."""
    text: str
    """As printed; several, with commas, where its parts differ."""
    changed: bool
    """Whether the source credits another one and prints something else."""
    retired: date | None
    """Day on which the figure's claim was withdrawn."""

    @property
    def words(self) -> str:
        """Figure and what is printed, in words."""
        return _("{figure}: {what}").format(figure=figure_words(self.figure, self.retired), what=isolated(self.text))


class Moment(Struct, frozen=True):
    """A source and what it prints for the story's figures."""

    source: Source
    printed: tuple[Printed, ...]
    copies: bool
    """Whether everything it prints repeats other sources."""
    more: int = 0
    """Figures that it prints besides."""

    @property
    def words(self) -> str:
        """What it prints, in words: "AI chips: 40 billion yuan; ..."."""
        return "; ".join((*(each.words for each in self.printed), *_more_words(self)))


class Timeline(Struct, frozen=True):
    """A story's sources by date."""

    moments: tuple[Moment, ...]
    """By date; those whose date is not known come last."""
    shown: tuple[Moment, ...]
    """Those that print most figures, and their first ones."""
    picture: Picture
    locale: Locale

    @property
    def choice(self) -> str:
        """How what is shown was chosen, in words; empty where every source is."""
        return _choice(len(self.shown), len(self.moments))

    def list(self, link: Callable[[str], str]) -> Markup:
        """Give the list in words; `link` turns an address below the site's root into one for the page."""
        return element("ol", *(_item(moment, link, self.locale) for moment in self.shown), class_="timeline")


def story_timeline(story: StoryReport, *, locale: Locale, credit: str = "") -> Timeline | None:
    """Give a story's timeline; None for fewer than two sources that print a figure or date."""
    moments = tuple(moment for source in story.sources if (moment := _moment(story, source, locale)).printed)
    if len(moments) < 2:
        return None
    title = _("Who printed what when: {story}").format(story=story.story.title)
    most = largest(moments, lambda moment: len(moment.printed), MOST_MOMENTS)
    shown = tuple(
        replace(one, printed=one.printed[:MOST_PRINTED], more=max(0, len(one.printed) - MOST_PRINTED)) for one in most
    )
    choice = _choice(len(shown), len(moments))
    return Timeline(moments, shown, _picture(title, shown, choice, locale, credit), locale)


def _choice(shown: int, total: int) -> str:
    if shown == total:
        return ""
    return _("Of {total} sources, these are the {n} that print most figures.").format(n=shown, total=total)


def _more_words(moment: Moment) -> tuple[str, ...]:
    """Give how many more figures it prints; nothing for none."""
    if not moment.more:
        return ()
    return (ngettext("{n} more figure", "{n} more figures", moment.more).format(n=moment.more),)


def _moment(story: StoryReport, source: Source, locale: Locale) -> Moment:
    rows = [
        ((figure.figure.label, retired_on(claim.claim)), row)
        for claim in story.claims
        for figure in claim.figures
        if figure.figure.kind in {FigureKind.QUANTITY, FigureKind.DATE}
        for row in figure.rows
        if row.stated and row.citation.source.slug == source.slug
    ]
    by_figure: dict[tuple[str, date | None], dict[str, bool]] = {}
    for figure, row in rows:
        by_figure.setdefault(figure, {})[printed_words(row, locale)] = row.changed
    printed = [
        Printed(label, ", ".join(texts), any(texts.values()), retired) for (label, retired), texts in by_figure.items()
    ]
    return Moment(source, tuple(printed), all(row.copies or row.inferred for _figure, row in rows))


def _item(moment: Moment, link: Callable[[str], str], locale: Locale) -> Markup:
    source = moment.source
    name = element("a", source.name, href=link(f"sources/{source.slug}/"), dir="auto")
    said = [
        element(
            "li",
            each.words,
            *([element("span", _("prints something else"), class_="changed")] if each.changed else []),
        )
        for each in moment.printed
    ]
    said += (element("li", words) for words in _more_words(moment))
    day = element("span", days_markup(source.published, locale), class_="timeline-day")
    kind = [element("span", _("repeats others"), class_="timeline-kind")] if moment.copies else []
    return element("li", day, name, *kind, element("ul", *said), class_="timeline-copy" if moment.copies else None)


def _picture(title: str, moments: tuple[Moment, ...], choice: str, locale: Locale, credit: str) -> Picture:
    parts: list[Markup] = []
    y = 4
    before: Moment | None = None
    for moment in moments:
        gap = _gap_words(before, moment)
        if gap:
            parts.append(svg_text(gap, "small", TEXT, y + 12))
            y += LINE + 8
        dated = before is None or before.source.published != moment.source.published
        drawn, y = _drawn(moment, y, locale, dated=dated)
        parts.append(drawn)
        before = moment
    spine = svg_line("spine", SPINE, SPINE, 0, y - GAP)
    if any(moment.copies for moment in moments):
        parts.append(element("circle", class_="dot hollow", cx=SPINE, cy=y + 8, r="3.5"))
        parts.append(svg_text(_("repeats others"), "small", TEXT, y + 12))
        y += LINE + GAP
    if choice:
        parts.append(svg_text(choice, "small", TEXT, y + 12))
        y += LINE + GAP
    description = "\n".join((*_sentences(moments, locale), *([choice] if choice else [])))
    return Picture(title, description, join(spine, *parts), WIDTH, y, credit=credit)


def _drawn(moment: Moment, y: int, locale: Locale, *, dated: bool) -> tuple[Markup, int]:
    """Give a source's dot, name and figures, and the place below them; the date where it is another than above."""
    days = wrapped(days_words(moment.source.published, locale), DATE_WIDTH - 8, 12) if dated else []
    lines = wrapped(moment.words, WIDTH - TEXT, 12)
    kind = classes("dot", "hollow" if moment.copies else "")
    parts = [
        *(svg_text(line, "tick", 0, y + 12 + LINE * n) for n, line in enumerate(days)),
        element("circle", class_=kind, cx=SPINE, cy=y + 8, r="3.5" if moment.copies else "5.5"),
        svg_text(moment.source.name, "label", TEXT, y + 12),
        *(svg_text(line, "words", TEXT, y + 12 + LINE * (n + 1)) for n, line in enumerate(lines)),
    ]
    return join(*parts), y + LINE * max(len(days), len(lines) + 1) + GAP


def _gap_words(before: Moment | None, moment: Moment) -> str:
    """Give how many days lie between two sources, where both days are known and there are some."""
    first, second = (None if each is None else _day(each) for each in (before, moment))
    if first is None or second is None or (second - first).days < SHOWN_GAP:
        return ""
    days = (second - first).days
    return ngettext("{n} day later", "{n} days later", days).format(n=days)


def _day(moment: Moment) -> date | None:
    return moment.source.published.day


def _sentences(moments: Iterable[Moment], locale: Locale) -> Iterable[str]:
    for moment in moments:
        days = days_words(moment.source.published, locale)
        yield _("{date}: {source}. {what}").format(date=days, source=moment.source.name, what=moment.words)
