"""Links, stress and code in lines, where they are written so plainly that no parser is needed to tell what they are.

Most lines with marks are of this sort, and the parser takes most of the time of a page. Tests hold each of these forms
beside what the parser gives; whatever is not just one of them goes to the parser.
"""

from __future__ import annotations

import re

from factreport.pages.plain_text import CITATION

_PLAIN = r"[^\n\r\0\\`~*_!\[\]<&^]"
"""A character that is nothing but itself, wherever it stands."""
_WORDS = rf"{_PLAIN}++"
_REFUSED = r"(?!(?i:javascript|vbscript|file|data):)"
"""What the parser makes no link of; it looks for marks in such an address."""
_LINK = rf"\[(?!@)(?P<words>{_WORDS})\]\({_REFUSED}(?P<address>[A-Za-z0-9:/._~?&=%#@+,-]++)\)"
_BEFORE, _AFTER = r"(?<![^ \n(“‘–—])", r"(?![^ \n).,;:?’”–—])"
"""Beside these, asterisks begin and end nothing but what they enclose."""
_STRONG = rf"{_BEFORE}\*\*(?=\S)(?P<strong>{_WORDS})(?<=\S)\*\*{_AFTER}"
_STRESSED = rf"{_BEFORE}\*(?=[^\s*])(?P<em>{_WORDS})(?<=\S)\*{_AFTER}"
_CODE = r"(?<!`)`(?! )(?P<code>[^`\n\r\0]+)(?<! )`(?!`)"
_MARKS = rf"{CITATION.pattern}|{_LINK}|{_STRONG}|{_STRESSED}|{_CODE}"
# Not possessive as a whole: see `WITHOUT_MARKS`.
SIMPLE = re.compile(rf"(?:{_PLAIN}++|&(?!\S)|(?<!\s)\n(?!\s)|{_MARKS})*")
"""Lines that hold nothing but text, citations and simple marks."""
MARK = re.compile(_MARKS)
"""One of them: its last group is `address`, `strong`, `em` or `code`; for a citation it has no name."""
