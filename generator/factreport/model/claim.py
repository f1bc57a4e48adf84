"""Claims: one checkable statement by somebody, what it turns on, and what each source says.

Longer than other modules: its records name each other, and there is hardly other code.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.model.kept_record import KeptRecord
from factreport.model.place import Key

if TYPE_CHECKING:
    from factreport.figures.exchange import StatedRate
    from factreport.model.days import Days
    from factreport.model.place import Place, Written
    from factreport.model.value import Value


class FigureKind(StrEnum):
    """What sort of thing several sources state."""

    QUANTITY = "quantity"
    DATE = "date"
    NAMES = "names"
    RESPONSES = "responses"
    POSITION = "position"
    WORDING = "wording"


class ClaimantKind(StrEnum):
    """Who says a claim: structured data keeps people and organizations apart."""

    ORGANIZATION = "organization"
    PERSON = "person"


class SourcePart(StrEnum):
    """The part of a source in which a statement stands."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    SUMMARY = "summary"
    CAPTION = "caption"
    BODY = "body"
    ADDRESS = "address"


class Cause(StrEnum):
    """Why two statements differ: one list for engine, editors and pages."""

    ROUNDING = "rounding"
    RATE_DAY = "rate-day"
    CURRENCY = "currency"
    DROPPED_WORD = "dropped-word"
    ADDED_WORD = "added-word"
    SCOPE = "scope"
    PERIOD = "period"
    DEFINITION = "definition"
    OUTLETS_ARITHMETIC = "outlets-arithmetic"
    REWORDING = "rewording"
    ATTRIBUTION = "attribution"
    TRANSCRIPTION_ERROR = "transcription-error"
    UNIT_ERROR = "unit-error"
    LATER_INFORMATION = "later-information"
    UNKNOWN = "unknown"
    """An honest cause: the finding stays open."""


class FigureReference(KeptRecord, frozen=True):
    """Names a figure of a claim from anywhere; written `figure` within its claim and `claim.figure` elsewhere."""

    claim: str
    figure: str

    def __str__(self) -> str:
        return f"{self.claim}.{self.figure}"


class ClaimFigure(Struct, frozen=True):
    """What a claim turns on and several sources state; the slot, not what any of them prints."""

    reference: FigureReference
    label: str
    kind: FigureKind = FigureKind.QUANTITY
    note: str = ""
    """What is counted and what is not; empty where the label says it all."""
    claimed: Value | None = None
    """What the claim itself says, where it is a figure of this kind."""
    claimed_text: str = ""
    convert_on: Days | None = None
    """Days whose exchange rates serve for sources without a date."""
    compared_with: str | None = None
    """Slug of the source that all others are compared with; None: the earliest independent origin that states it."""
    parties: tuple[str, ...] = ()
    """For names and responses: the order in which they are shown."""

    @property
    def key(self) -> str:
        """The figure's name within its claim."""
        return self.reference.figure


class Explanation(Struct, frozen=True):
    """An editor's reason for a difference."""

    cause: Cause
    note: str
    sure: bool = True
    finding: str | None = None
    """Name of the finding (`<figure>/<a>~<b>/<rule>`); None: all findings of the statement it stands beside."""
    keys: tuple[Key, ...] = ()
    """Where in the claim's file it stands."""


class Statement(Struct, frozen=True):
    """What one source says for one figure, in one part of that source."""

    figure: FigureReference
    text: str
    """As the editor wrote it; empty where the quotation's only fitting figure was taken."""
    value: Value
    keys: tuple[Key, ...] = ()
    """Where in the citing claim's file it stands."""


class Citation(Struct, frozen=True):
    """One place of one source, with the words or the figure it is cited for. Exactly one of quote, noted, omits."""

    claim: str
    """Slug of the claim that cites."""
    identity: str
    """Stable name within the claim, from content and never from position: `<source>-<figure>` or longer."""
    source: str
    """Slug of the source."""
    keys: tuple[Key, ...]
    """Where in the claim's file it stands: ("citations", 0)."""
    part: SourcePart = SourcePart.BODY
    locator: str = ""
    """Page, paragraph or time code, as readers would look it up."""
    quote: str | None = None
    """The source's own words; parts separated by an ellipsis stand in this order."""
    noted: str | None = None
    """A figure recorded without its wording."""
    omits: tuple[str, ...] = ()
    """Words searched in the whole source and absent from it."""
    translation: str = ""
    """Our English for a quotation in another language."""
    prefix: str = ""
    """Words directly before the quotation, where it occurs several times."""
    suffix: str = ""
    """Words directly after the quotation, where it occurs several times."""
    through: tuple[str, ...] = ()
    """Slugs of the sources that we know this one's words from."""
    credits: tuple[str, ...] | None = None
    """Slugs of sources credited for this in particular; None: as the source does in general."""
    rate: StatedRate | None = None
    """Exchange rate that the source prints itself."""
    statements: tuple[Statement, ...] = ()
    why: Explanation | None = None
    """Explains all findings of these statements."""
    note: str = ""
    """Our remark on it; never part of the quotation."""


class Operation(StrEnum):
    """How figures make another figure."""

    SUM = "sum"
    DIFFERENCE = "difference"
    """First less second."""
    PORTION = "portion"
    """A share (in per cent) of a whole: share first."""
    SHARE = "share"
    """What per cent the first is of the second."""
    RATE = "rate"
    """First divided by second: an implied exchange rate."""
    GROWTH = "growth"
    """By how many per cent the second is above the first."""
    SHARES = "shares"
    """Per cents that should make 100."""


class Expression(Struct, frozen=True):
    """An operation on figures, evaluated for each source by itself, never mixing sources."""

    operation: Operation
    operands: tuple[FigureReference | Expression, ...]


class Relation(Struct, frozen=True):
    """Arithmetic that a claim is about: an expression and what it is held against."""

    reference: FigureReference
    """The claim and the relation's own key, unique among the claim's figures and relations."""
    label: str
    expression: Expression
    against: FigureReference | None = None
    """The printed figure it should equal; None: only worked out and shown (shares go against 100)."""
    note: str = ""
    keys: tuple[Key, ...] = ()


class Update(Struct, frozen=True):
    """A later fact that bears on the claim."""

    date: date
    note: str
    source: str | None = None


class Correction(KeptRecord, frozen=True):
    """A change of ours to a published page."""

    date: date
    said: str
    """What the page said before."""
    says: str
    """What it says now."""
    why: str
    prompted_by: str = ""
    verdict_was: str | None = None
    """Key of the verdict before, where it changed; None: it stayed."""


class Retirement(Struct, frozen=True):
    """A claim page withdrawn; its address stays."""

    date: date
    why: str


class Acceptance(KeptRecord, frozen=True):
    """An acknowledged warning."""

    code: str
    because: str
    keys: tuple[Key, ...] = ()


class Claim(Struct, frozen=True):
    """One checkable statement by somebody, one file, one page."""

    slug: str
    written: Written
    claim: str
    claimant: str
    claimed: Days
    checked: date
    verdict: str
    """Key on the scale."""
    answer: str
    """The conclusion and the number to use, in one sentence of at most 30 words."""
    verbatim: bool = False
    """Whether `claim` gives the claimant's own words."""
    claimant_url: str = ""
    """The claimant's own or an encyclopedia's page about the claimant."""
    claimant_is: ClaimantKind = ClaimantKind.ORGANIZATION
    basis: str = ""
    """On whose word the claimant said it."""
    first_seen: str | None = None
    """Slug of the source in which it first appeared."""
    story: str | None = None
    topics: tuple[str, ...] = ()
    reporting: str | None = None
    """Key on the reporting scale; None: not judged."""
    in_short: tuple[str, ...] = ()
    """Up to three points for readers in a hurry."""
    would_settle: str = ""
    figures: tuple[ClaimFigure, ...] = ()
    relations: tuple[Relation, ...] = ()
    citations: tuple[Citation, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    updates: tuple[Update, ...] = ()
    corrections: tuple[Correction, ...] = ()
    retired: Retirement | None = None
    former_slugs: tuple[str, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    draft: bool = False
    body: str = ""
    """Our reasoning, in Markdown."""
    body_line: int = 1
    """Line of the file on which `body` begins, counted from 1."""

    def figure(self, key: str) -> ClaimFigure | None:
        """Give the figure of this claim with that key, if there is one."""
        return next((figure for figure in self.figures if figure.key == key), None)

    def place(self, *keys: Key) -> Place:
        """Give the place in the claim's file of the value at `keys`."""
        return self.written.at(*keys)
