"""The style sheet inside a drawing's file: plain colours for light and again for dark; some viewers know no variables.

On pages the same classes are styled by the theme.
"""

from __future__ import annotations

from functools import cache

from factreport.model.scale import Look

INKS = {
    "paper": ("#fdfcf9", "#15181c"),
    "ink": ("#1b1e22", "#e8eaed"),
    "muted": ("#565c64", "#a9b0b8"),
    "rule": ("#8b9199", "#6d747c"),
    "grid": ("#dcdcd8", "#30353b"),
    "mark": ("#27506f", "#a8cbe8"),
    "column": ("#e4ebe9", "#222d2f"),
    "inferred": ("#7a4a00", "#f0b95c"),
    "own": ("#e3ecf3", "#22313d"),
}
VERDICT_INKS = {
    None: ("#1b1e22", "#e8eaed"),
    Look.SUPPORTED: ("#00507f", "#8cc8f2"),
    Look.PARTLY_SUPPORTED: ("#1d6f7a", "#7fd3d0"),
    Look.DISPUTED: ("#6b3fa0", "#cbb0f5"),
    Look.NOT_SUPPORTED: ("#8a5300", "#f0b95c"),
    Look.CONTRADICTED: ("#a3260f", "#ff9a85"),
    Look.CANNOT_BE_SETTLED: ("#555b62", "#b9c0c8"),
}
FORMS = """\
text{font:13px system-ui,"Segoe UI",Roboto,Arial,sans-serif;font-variant-numeric:tabular-nums}
.title{font-size:19px;font-weight:650}
.subject{font-size:14px}
.name{font-weight:600}
.words,.note,.credit,.unit,.tick,.small{font-size:12px}
.flag,.changed-mark{font-size:12px;font-weight:600}
.grid,.rule,.hairline,.band,.moved,.spine{stroke-width:1px}
.whisker,.bracket,.slash,.claimed,.diamond,.soft,.sliver,.silent,.beyond,.outlier,.edge{stroke-width:2px}
.confidence{stroke-width:1px}
.dot.hollow,.dot.old{stroke-width:2px}
.claimed{stroke-dasharray:5 3}
.silent{stroke-dasharray:1 6;stroke-linecap:round}
.band.hedged{stroke-dasharray:2 2}
.band{fill-opacity:.25}
.band.copied,.sliver.copied{opacity:.5}
.fade-1{fill-opacity:.3}.fade-2{fill-opacity:.18}.fade-3{fill-opacity:.08}
.whisker,.bracket,.slash,.beyond,.outlier,.moved,.confidence,.edge,.hairline{fill:none}
.edge.inferred{stroke-dasharray:6 4}.edge.through,.node.through{stroke-dasharray:1 5;stroke-linecap:round}
.node,.changed-disc{stroke-width:1.5px}
.node.unknown{stroke-dasharray:6 4}
.glyph,.glyph .line{fill:none;stroke-width:1.8px;stroke-linejoin:round;stroke-linecap:round}
.label{font-size:12px;font-weight:600}
.small{font-size:11px}
"""
COLOURS = """\
.paper{{fill:{paper}}}
text{{fill:{ink}}}
.words,.note,.credit,.unit,.tick,.small{{fill:{muted}}}
.grid{{stroke:{grid}}}.rule,.spine,.silent{{stroke:{rule}}}.lane-rule{{stroke:{rule};stroke-opacity:.6}}
.overlap{{fill:{column}}}.overlap-line{{stroke:{column};stroke-width:8px}}.claimed-range-line{{stroke:{verdict};stroke-width:2px}}
.hairline,.whisker,.confidence,.bracket,.slash,.soft,.sliver,.beyond,.outlier,.moved{{stroke:{mark}}}
.band{{fill:{mark};stroke:{mark}}}.fade,.dot,.own{{fill:{mark}}}
.dot.hollow,.diamond{{fill:{paper};stroke:{mark}}}
.dot.old{{fill:{paper};stroke:{rule}}}.apart{{fill:{rule}}}
.outlier-label{{fill:{ink}}}
.claimed{{stroke:{verdict}}}.hatch-line{{stroke:{verdict};fill:none;stroke-opacity:.35}}.flag{{fill:{verdict}}}
.node{{fill:{paper};stroke:{mark}}}.node.counts{{fill:{own_fill}}}.more{{fill:{paper};stroke:{rule}}}.glyph{{stroke:{muted}}}
.edge{{stroke:{mark}}}.edge.inferred{{stroke:{inferred}}}.edge-head{{fill:{mark}}}.edge-head.inferred{{fill:{inferred}}}
.ring{{fill:none;stroke:{muted};stroke-width:1.5px;stroke-dasharray:2 2}}.speck{{fill:{rule}}}
.unequal{{fill:none;stroke:{inferred};stroke-width:1.5px}}
.changed-mark{{fill:{inferred}}}.changed-disc{{fill:{paper};stroke:{inferred}}}
"""


@cache
def file_style(look: Look | None = None) -> str:
    """Give the style sheet, with the claim in the ink of a verdict."""
    light, dark = (_colours(look, scheme) for scheme in (0, 1))
    return f":root{{color-scheme:light dark}}\n{FORMS}{light}@media (prefers-color-scheme:dark){{\n{dark}}}\n"


def _colours(look: Look | None, scheme: int) -> str:
    inks = {name: pair[scheme] for name, pair in INKS.items()}
    return COLOURS.format(verdict=VERDICT_INKS[look][scheme], own_fill=inks.pop("own"), **inks)
