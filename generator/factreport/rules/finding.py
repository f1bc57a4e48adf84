"""Findings: how statements stand to each other, in words that readers see. Findings are not problems."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.model.value import Quantity, Wording

if TYPE_CHECKING:
    from factreport.figures.comparison import Comparison, Size
    from factreport.model.claim import Explanation, FigureReference
    from factreport.model.value import Value

_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9-]")


class FindingState(StrEnum):
    """Whether an editor has given a reason."""

    SETTLED = "settled"
    """Nothing to explain: the statements agree."""
    OPEN = "open"
    EXPLAINED = "explained"


class Side(Struct, frozen=True):
    """One of the statements that a finding is about."""

    source: str
    """Slug of the source."""
    claim: str
    """Slug of the claim whose file cites it."""
    citation: str
    """Identity of the citation within that claim."""
    printed: str
    """The statement as the source prints it, or as it was noted."""
    quote: str
    """The quoted words; empty where the wording was not kept."""
    value: Value
    """What it says."""

    @property
    def is_verbatim(self) -> bool:
        """Whether `printed` is what the source itself prints; else we say in our words what it says."""
        return isinstance(self.value, Quantity) or (isinstance(self.value, Wording) and bool(self.quote))


class Finding(Struct, frozen=True):
    """How two or more statements stand to each other."""

    name: str
    """Stable: `<figure>/<a>~<b>/<rule>`, sources sorted; `<figure>/<a>/<rule>` within one source."""
    rule: str
    figure: FigureReference
    """The figure, or the relation, that it is about."""
    sides: tuple[Side, ...]
    """The reference first."""
    word: str
    """What readers see in place of the rule's name: at most six words."""
    sentence: str
    """One sentence that a hurried reader understands."""
    size: Size | None = None
    """None: this rule's differences have no size."""
    apart: str = ""
    """The gap in words ("at least $7 billion apart"); empty where there is none."""
    working: tuple[str, ...] = ()
    """The arithmetic, line by line; empty where there is none."""
    notes: tuple[str, ...] = ()
    differs: bool = True
    """Whether readers find it on the board: False for statements that agree or cannot be compared."""
    same_origin: bool = False
    """Whether both sides rest on one origin."""
    comparison: Comparison | None = None
    """The engine's result, for quantities."""
    explanation: Explanation | None = None
    state: FindingState = FindingState.SETTLED

    @property
    def is_within(self) -> bool:
        """Whether it is about what one source says in two places."""
        return len({side.source for side in self.sides}) == 1

    @property
    def anchor(self) -> str:
        """The finding's id on its page, from its name."""
        return "diff-" + _NOT_IN_ANCHORS.sub("-", self.name)
