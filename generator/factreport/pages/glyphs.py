"""Small drawings beside words: verdict looks, sizes, states and kinds of source.

Inline SVG in `currentColor`, hidden from assistive technology: the word beside it is always text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from factreport.model.scale import Look
from factreport.model.source import SourceKind
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from factreport.figures.comparison import Size

LOOKS = {
    Look.SUPPORTED: '<circle cx="12" cy="12" r="10"/><path class="cut" d="m7 12.5 3.4 3.4L17 9"/>',
    Look.PARTLY_SUPPORTED: '<circle class="line" cx="12" cy="12" r="9.5"/><path d="M12 2.5a9.5 9.5 0 0 0 0 19z"/>',
    Look.DISPUTED: '<path d="M2 5v14l8.5-7zM22 5v14l-8.5-7z"/>',
    Look.NOT_SUPPORTED: '<circle class="line" cx="12" cy="12" r="9.5"/>',
    Look.CONTRADICTED: '<circle cx="12" cy="12" r="10"/><path class="cut" d="m8 8 8 8m0-8-8 8"/>',
    Look.CANNOT_BE_SETTLED: '<circle class="line dotted" cx="12" cy="12" r="9.5"/>',
}
KINDS = {
    SourceKind.NEWS: '<path class="line" d="M4 4h16v16H4zM8 9h8M8 13h8M8 17h5"/>',
    SourceKind.AGENCY: '<path class="line" d="M12 21V11M7 15a7 7 0 1 1 10 0M9.5 11.5a3.2 3.2 0 1 1 5 0"/>',
    SourceKind.AGGREGATOR: '<path class="line" d="M4 4h11v11H4zM9 15v5h11V9h-5"/>',
    SourceKind.BROADCAST: '<path class="line" d="M3 7h18v12H3zM8 3l4 4 4-4"/>',
    SourceKind.OFFICIAL: '<path class="line" d="M3 20h18M5 9h14L12 4zM6 9v8m4-8v8m4-8v8m4-8v8"/>',
    SourceKind.FILING: '<path class="line" d="M6 3h8l4 4v14H6zM14 3v4h4"/>',
    SourceKind.COMPANY: '<path class="line" d="M5 21V4h9v17M14 10h5v11M8 8h3m-3 4h3m-3 4h3M3 21h18"/>',
    SourceKind.RESEARCH: '<path class="line" d="M10 3v7L4.5 20h15L14 10V3M8 3h8"/>',
    SourceKind.ADVOCACY: '<path class="line" d="M4 10v4h4l8 5V5l-8 5zM19 9v6"/>',
    SourceKind.POST: '<path class="line" d="M4 5h16v11h-9l-5 4v-4H4z"/>',
}
STATES = {
    FindingState.OPEN: '<path d="M6 3h12l-3 4.5L18 12H8v9H6z"/>',
    FindingState.EXPLAINED: '<path class="line" d="M7 21V4h10l-2.5 3.700L17 11.5H7"/>',
}


@cache
def look_glyph(look: Look) -> Markup:
    """Give the glyph of a verdict's look."""
    return _svg(f"glyph look-{look}", LOOKS[look])


@cache
def kind_glyph(kind: SourceKind) -> Markup:
    """Give the glyph of a kind of source."""
    return _svg("glyph", KINDS[kind])


@cache
def state_glyph(state: FindingState) -> Markup:
    """Give the flag of a difference: filled while open, outlined once explained; nothing where settled."""
    return _svg("glyph", STATES[state]) if state in STATES else Markup("")


@cache
def bars_glyph(size: Size | None) -> Markup:
    """Give the four bars of a size; nothing for differences that have none."""
    if size is None:
        return Markup("")
    bars = "".join(
        f'<rect class="{"full" if bar < size.bars else "void"}" x="{2 + bar * 6}" y="{15 - bar * 4}" '
        f'width="4" height="{7 + bar * 4}"/>'
        for bar in range(4)
    )
    return _svg(f"glyph bars size-{size}", bars)


def _svg(classes: str, inside: str) -> Markup:
    start = f'<svg class="{classes}" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">'
    return Markup(f"{start}{inside}</svg>")  # noqa: S704 - constants of this module only
