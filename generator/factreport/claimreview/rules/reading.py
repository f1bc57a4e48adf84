"""What reading notices before any rule: bytes, JSON, scripts."""

from __future__ import annotations

from factreport.claimreview.rule import EVERY
from factreport.claimreview.rule import noticed_by_reading as noticed

UNREADABLE = noticed("unreadable", "O", "A file cannot be opened.", error=EVERY)
TOO_LARGE = noticed(
    "too-large",
    "O",
    "A file has more bytes than may be read (`--max-size`).\n\nNothing of it is checked.",
    error=EVERY,
)
NOT_UTF8 = noticed(
    "not-utf8",
    "SW",
    "A file is in another encoding than it says.\n\nNames arrive broken. The rest is checked all the same.",
    error=EVERY,
)
INVALID_JSON = noticed(
    "invalid-json",
    "GSW",
    "A strict JSON reader cannot read the markup, so consumers drop all of it (P12).",
    error=EVERY,
)
UNESCAPED_QUOTE = noticed(
    "unescaped-quote",
    "GSW",
    "A quotation mark inside a text ends the text early (P12).\n\nThe commonest fault of published markup.",
    error=EVERY,
)
TRAILING_COMMA = noticed(
    "trailing-comma", "GSW", "A comma stands behind the last entry of a list or object (P12).", error=EVERY
)
RAW_LINE_BREAK = noticed(
    "raw-line-break", "GSW", "A text has a line break or tab in it that is not written as an escape (P12).", error=EVERY
)
NESTED_TOO_DEEP = noticed(
    "nested-too-deep",
    "O",
    "Lists and objects are nested more than 64 levels deep.\n\nAn attack or a fault of the program, never markup.",
    error=EVERY,
)
DUPLICATE_KEY = noticed(
    "duplicate-key",
    "S",
    "A property stands twice in one object.\n\nWhich of the two counts depends on the reader.",
    error="strict",
    warning="schema google bing datacommons",
)
EMPTY_MARKUP = noticed("empty-markup", "W", "A JSON-LD element or file has nothing in it.", warning=EVERY)
UNESCAPED_IN_SCRIPT = noticed(
    "unescaped-in-script",
    "O",
    "`<` before a letter, `!` or `/`, or U+2028 or U+2029, stands unescaped in a script element (P12).",
    error="strict",
    warning="schema google bing",
)
