"""Every sort of problem that the room of evidence can report: code, severity, and what it is about.

The codes are published and never renamed. Each has an example in `tests/errors/<code>/`.
"""

from __future__ import annotations

from factreport.model.problem import ProblemKind, Severity

_ERROR, _WARNING, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

# Words
QUOTATION_NOT_FOUND = ProblemKind("quotation-not-found", _ERROR, "A quotation is not in the snapshot of its source.")
AMBIGUOUS_QUOTATION = ProblemKind("ambiguous-quotation", _ERROR, "A quotation stands in the snapshot more than once.")
WRONG_CONTEXT = ProblemKind(
    "wrong-context", _ERROR, "The words before or after a quotation are not `prefix` or `suffix`."
)
OMITTED_WORDS_FOUND = ProblemKind(
    "omitted-words-found", _ERROR, "Words said to be missing in a source are in its snapshot."
)
QUOTATION_UNCHECKED = ProblemKind(
    "quotation-unchecked", _WARNING, "Words were not checked since their last edit, and the snapshot is not here."
)
SNAPSHOT_DIFFERS = ProblemKind(
    "snapshot-differs", _WARNING, "The file named like a source has another fingerprint than the source's snapshot."
)
NO_COPY = ProblemKind("no-copy", _NOTICE, "Words cannot be checked because we hold no copy of the source.")
WORDING_NOT_KEPT = ProblemKind("wording-not-kept", _NOTICE, "A figure was recorded without the words of its source.")
SHORT_QUOTATION = ProblemKind("short-quotation", _NOTICE, "A quotation is so short that it proves little.")
CLIPPED_QUOTATION = ProblemKind(
    "clipped-quotation", _NOTICE, "The sentence that a quotation is from has a negation outside the quotation."
)
UNREADABLE_SNAPSHOT = ProblemKind(
    "unreadable-snapshot", _ERROR, "A snapshot cannot be opened, or is not text in UTF-8."
)

# What is stated, against the words
FIGURE_NOT_QUOTED = ProblemKind("figure-not-quoted", _ERROR, "A stated number is not in the words cited for it.")
UNIT_NOT_QUOTED = ProblemKind("unit-not-quoted", _ERROR, "A stated number stands in the words with another unit.")
SCALE_NOT_QUOTED = ProblemKind("scale-not-quoted", _ERROR, "A stated number is off by a power of ten from the words.")
QUALIFIER_NOT_QUOTED = ProblemKind(
    "qualifier-not-quoted", _ERROR, "A stated number and the words differ in “over”, “about” or the like."
)
DIGITS_NOT_QUOTED = ProblemKind("digits-not-quoted", _ERROR, "A stated number has other digits than the words print.")
FIGURE_CUT = ProblemKind("figure-cut", _WARNING, "The edge of a quotation cuts a number from its scale or unit.")
QUALIFIER_CUT = ProblemKind("qualifier-cut", _NOTICE, "The edge of a quotation cuts “over”, “about” or the like.")
DATE_NOT_QUOTED = ProblemKind("date-not-quoted", _ERROR, "A stated date is not in the words cited for it.")
WORDING_NOT_QUOTED = ProblemKind("wording-not-quoted", _ERROR, "A stated wording is not in the words cited for it.")
PARTY_NOT_QUOTED = ProblemKind("party-not-quoted", _WARNING, "A stated name is not in the words cited for it.")

# The lock
DAMAGED_LOCK = ProblemKind("damaged-lock", _ERROR, "A line of the lock is not as the tool writes it.")
EDITED_LOCK = ProblemKind("edited-lock", _ERROR, "An entry of the lock was changed by hand.")
LOCK_BEHIND = ProblemKind("lock-behind", _NOTICE, "The lock does not hold what was proved here.")

# Origins
CREDIT_CYCLE = ProblemKind("credit-cycle", _ERROR, "Sources credit each other in a circle.")

KINDS: tuple[ProblemKind, ...] = tuple(kind for kind in list(globals().values()) if isinstance(kind, ProblemKind))
