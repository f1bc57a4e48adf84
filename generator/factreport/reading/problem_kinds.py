"""Every sort of problem that reading can report: code, severity, and what it is about.

The codes are published and never renamed. Each has an example in `tests/errors/<code>/`.
"""

from __future__ import annotations

from factreport.model.problem import ProblemKind, Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

# Files
NO_CONTENT = ProblemKind("no-content", _ERROR, "The content folder or its scale is not there.")
UNREADABLE_FILE = ProblemKind("unreadable-file", _ERROR, "A file of the content cannot be opened.")
UNUSED_FILE = ProblemKind("unused-file", _NOTICE, "A file lies where nothing reads it.")
MISPLACED_RECORD = ProblemKind("misplaced-record", _ERROR, "A claim, source or story lies where it is not read as one.")
EMPTY_FILE = ProblemKind("empty-file", _ERROR, "A file holds nothing.")
NOT_UTF8 = ProblemKind("not-utf8", _ERROR, "A file is not saved as UTF-8.")
MERGE_CONFLICT = ProblemKind("merge-conflict", _ERROR, "A merge left its marks in a file.")
BAD_SLUG = ProblemKind("bad-slug", _ERROR, "A name cannot be part of an address.")
DUPLICATE_SLUG = ProblemKind("duplicate-slug", _ERROR, "Two files would have the same address.")

# Front matter
NO_FRONT_MATTER = ProblemKind("no-front-matter", _ERROR, "A record does not begin with its fields between two marks.")
MISSING_END_MARK = ProblemKind("missing-end-mark", _ERROR, "The fields are not closed by a line of three hyphens.")
FIELD_BELOW_MARK = ProblemKind("field-below-mark", _ERROR, "A field stands below the mark that closes the fields.")
BROKEN_YAML = ProblemKind("broken-yaml", _ERROR, "The fields are not well-formed YAML.")
NOT_PLAIN_YAML = ProblemKind("not-plain-yaml", _ERROR, "The fields use YAML's aliases, tags or deep nesting.")

CUT_TEXT = ProblemKind("cut-text", _WARNING, "A value ends at a # that was probably meant to be part of it.")

# Fields
UNKNOWN_FIELD = ProblemKind("unknown-field", _ERROR, "A field has a name that the format does not know.")
DUPLICATE_FIELD = ProblemKind("duplicate-field", _ERROR, "A field or key stands twice.")
MISSING_FIELD = ProblemKind("missing-field", _ERROR, "A field that must be there is not, or is empty.")
WRONG_TYPE = ProblemKind("wrong-type", _ERROR, "A value is a list, a mapping or a text where the field takes another.")
CURLY_QUOTATION_MARKS = ProblemKind(
    "curly-quotation-marks", _WARNING, "A value stands in quotation marks that YAML does not take for its own."
)
UNKNOWN_CHOICE = ProblemKind("unknown-choice", _ERROR, "A value is none of those that the field can have.")
NOT_A_DATE = ProblemKind("not-a-date", _ERROR, "A date is not in the calendar, or not written as one.")
BAD_ADDRESS = ProblemKind("bad-address", _ERROR, "An address is not a full web address.")
BAD_SNAPSHOT = ProblemKind("bad-snapshot", _ERROR, "A snapshot is neither a SHA-256 nor `none`.")
BAD_SCALE = ProblemKind("bad-scale", _ERROR, "The scale contradicts itself.")
BAD_FINDING_NAME = ProblemKind("bad-finding-name", _ERROR, "An explanation names no finding in the right form.")
TOO_MANY_POINTS = ProblemKind("too-many-points", _WARNING, "`in_short` has more points than a reader in a hurry takes.")
ANSWER_TOO_LONG = ProblemKind("answer-too-long", _WARNING, "An answer has more words than it may.")
FIGURE_AS_LABEL = ProblemKind("figure-as-label", _WARNING, "A label is a number instead of words for what it counts.")
ANSWER_WITHOUT_NUMBER = ProblemKind(
    "answer-without-number", _NOTICE, "The answer of a claim about a quantity has no number in it."
)
DATES_OUT_OF_ORDER = ProblemKind("dates-out-of-order", _WARNING, "Something happened before it could have.")

# References
UNKNOWN_SOURCE = ProblemKind("unknown-source", _ERROR, "A source is named that is not there.")
UNKNOWN_STORY = ProblemKind("unknown-story", _ERROR, "A story is named that is not there.")
UNKNOWN_CLAIM = ProblemKind("unknown-claim", _ERROR, "A claim is named that is not there.")
UNKNOWN_FIGURE = ProblemKind("unknown-figure", _ERROR, "A figure is named that its claim does not have.")
UNKNOWN_VERDICT = ProblemKind("unknown-verdict", _ERROR, "A verdict is not on the scale.")
UNKNOWN_REPORTING = ProblemKind("unknown-reporting", _ERROR, "A reporting word is not on the scale.")
DEAD_LINK = ProblemKind("dead-link", _ERROR, "A link or a picture in a text leads nowhere.")
DEAD_ANCHOR = ProblemKind("dead-anchor", _WARNING, "A link leads to a place that its page does not have.")
NOT_A_LINK = ProblemKind("not-a-link", _WARNING, "A text in brackets was meant as a link, and is none.")
UNKNOWN_CITATION = ProblemKind("unknown-citation", _ERROR, "A marker in the text names no citation of its claim.")
REFERS_TO_DRAFT = ProblemKind("refers-to-draft", _ERROR, "A published page depends on a draft.")
REFERS_TO_ITSELF = ProblemKind("refers-to-itself", _ERROR, "A source credits or uses itself.")
REFERS_TO_RETIRED = ProblemKind("refers-to-retired", _WARNING, "A page leads to a claim that was withdrawn.")
REDIRECT_CLASH = ProblemKind("redirect-clash", _ERROR, "A former address is in use, or claimed twice.")

# Citations
EXACTLY_ONE = ProblemKind("exactly-one", _ERROR, "Of several fields that exclude each other, not exactly one is there.")
QUOTATION_TOO_LONG = ProblemKind("quotation-too-long", _ERROR, "A quotation has more words than may be published.")
UNREADABLE_FIGURE = ProblemKind("unreadable-figure", _ERROR, "A statement is not a figure that can be read.")
SEVERAL_FIGURES = ProblemKind("several-figures", _ERROR, "A quotation holds several figures that fit.")
MISSING_STATEMENT = ProblemKind("missing-statement", _ERROR, "A citation does not say what its source states.")
OMITS_NOT_READ_WHOLE = ProblemKind(
    "omits-not-read-whole", _ERROR, "Something is said to be missing in a source that was not read whole."
)
WRONG_FIGURE_KIND = ProblemKind("wrong-figure-kind", _ERROR, "A relation reckons with something that is no quantity.")
SAME_ADDRESS = ProblemKind("same-address", _WARNING, "Two sources have the same `url`.")
DUPLICATE_CITATION = ProblemKind("duplicate-citation", _WARNING, "The same words are cited twice for the same thing.")

# Things that nothing uses
UNUSED_FIGURE = ProblemKind("unused-figure", _WARNING, "No source is cited for a figure.")
UNUSED_SOURCE = ProblemKind("unused-source", _NOTICE, "Nothing cites or names a source.")
CLAIM_WITHOUT_STORY = ProblemKind("claim-without-story", _NOTICE, "A claim belongs to no story.")
RAW_HTML = ProblemKind("raw-html", _WARNING, "HTML tags in a text are shown to readers as they stand.")

# Acknowledged warnings
UNKNOWN_CODE = ProblemKind("unknown-code", _ERROR, "A code is accepted that no problem has.")
CANNOT_ACCEPT = ProblemKind("cannot-accept", _ERROR, "An error or a notice is accepted; only warnings can be.")
IDLE_ACCEPTANCE = ProblemKind("idle-acceptance", _WARNING, "A warning is accepted that does not come up.")

KINDS: tuple[ProblemKind, ...] = tuple(kind for kind in list(globals().values()) if isinstance(kind, ProblemKind))
