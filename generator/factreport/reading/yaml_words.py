"""What a YAML parser complains about, in words for the person who wrote the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from factreport.language import gettext as _
from factreport.language import mark
from factreport.reading.yaml_quotes import quoted_before, takes_in_fields

if TYPE_CHECKING:
    from collections.abc import Callable

# YAML 1.1, section 5.1: the characters that a stream may hold.
_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_SPACE = re.compile(r"\s*(?:- )?[A-Za-z_]+:\S")
_SPACE_LOOKALIKES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_LOOKALIKE = re.compile(
    rf" *(?P<space>[{_SPACE_LOOKALIKES}])"
    rf"|[ -]*[A-Za-z_]+(?:(?P<colon>[\uff1a\ufe55\ua789])|:(?P<after>[{_SPACE_LOOKALIKES}]))"
    r"| *(?P<hyphen>[\u2010-\u2015\u2212\u2022])"
)
_LOOKALIKES = {"space": mark("a space"), "after": mark("a space"), "colon": mark("a colon"), "hyphen": mark("a hyphen")}
"""What is meant where such a character stands at the beginning of a line, after a name, or before an item."""
_NO_SPACE_AFTER_HYPHEN = re.compile(r"[ ]*-[A-Za-z_]+:(?: |$)")
_OPEN_QUOTE = "while scanning a quoted scalar"


def explain(text: str, error: yaml.YAMLError) -> tuple[str, str, int]:
    """Give message, hint, and the code point of `text` at which an editor should look."""
    if isinstance(error, yaml.reader.ReaderError):
        return _forbidden_character(text)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _("The fields cannot be read as YAML."), _("Compare them with a record that works."), 0
    index = min(error.problem_mark.index, len(text))
    if lookalike := _lookalike(text, index):
        return lookalike
    problem = error.problem or ""
    start = error.context_mark.index if error.context_mark else index
    if error.context == _OPEN_QUOTE and "escape" not in problem:
        return _open_quote(text, start)
    return _explain(text, index, start, problem)


def _explain(text: str, index: int, start: int, problem: str) -> tuple[str, str, int]:
    quoted = quoted_before(text, index)
    if quoted and takes_in_fields(text, quoted):
        return _open_quote(text, quoted[0])
    for part, words in _EXPLANATIONS:
        if part in problem:
            return words(text, index, start)
    return _other(text, index, problem)


def _forbidden_character(text: str) -> tuple[str, str, int]:
    found = _NOT_PRINTABLE.search(text)
    index = found.start() if found else 0
    message = _("There is an invisible character here (U+{code}) that YAML does not allow.").format(
        code=f"{ord(text[index]):04X}"
    )
    return message, _("Delete it; it often comes along when text is pasted."), index


def _open_quote(text: str, start: int) -> tuple[str, str, int]:
    message = _("The quotation mark {mark} that opens this value is never closed.").format(mark=text[start])
    return message, _("Close the value with the same mark, {mark}.").format(mark=text[start]), start


def _lookalike(text: str, index: int) -> tuple[str, str, int] | None:
    """Explain a character that looks like a space, a colon or a hyphen, where it is the likely cause: near `index`.

    The parser stumbles on the line with it, or on the one below.
    """
    line_start = text.rfind("\n", 0, index) + 1
    above = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    end = text.find("\n", index)
    for begin, stop in ((above, max(line_start - 1, 0)), (line_start, len(text) if end < 0 else end)):
        found = _LOOKALIKE.match(text, begin, stop)
        if found:
            place = found.start(found.lastgroup or 0)
            character, wanted = text[place], _LOOKALIKES[found.lastgroup or ""]
            message = _("The character U+{code} stands here, which looks like {wanted} but is none.")
            code = f"{ord(character):04X}"
            hint = _("Delete it and type {wanted}.").format(wanted=_(wanted))
            return message.format(code=code, wanted=_(wanted)), hint, place
    return None


def _colon(text: str, index: int, _start: int) -> tuple[str, str, int]:
    line_start = text.rfind("\n", 0, index) + 1
    before = text[line_start:index]
    above = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    indentation = len(before) - len(before.lstrip(" "))
    if line_start and ": " not in before and indentation > _indentation_of(text[above:]) and text[above] not in " -#":
        message = _("This line is indented, but the one above has a value already: “{line}”.")
        hint = _(
            "Delete the spaces at its beginning; or, if it belongs to the value above, put that in quotation marks."
        )
        return message.format(line=_line(text, index)), hint, line_start
    if line_start and _NO_SPACE.match(text[above : line_start - 1]):
        return _no_space(text, above)
    if line_start and _NO_SPACE_AFTER_HYPHEN.match(text[above : line_start - 1]):
        return _no_space_after_hyphen(text, text.index("-", above))
    if ": " not in before:
        message = _("There is a colon here, but no field can begin in this place: “{line}”.")
        return (
            message.format(line=_line(text, index)),
            _("Check the indentation of this line and of the one above."),
            index,
        )
    message = _("This text has a colon in it, which makes YAML take it for another field: “{line}”.")
    return message.format(line=_line(text, index)), _("Put the whole value in quotation marks."), index


def _no_space(text: str, index: int) -> tuple[str, str, int]:
    message = _("There is no space after the colon: “{line}”.").format(line=_line(text, index))
    return message, _("Write “name: value”, with a space."), index


def _indentation_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _after_value(text: str, index: int, start: int) -> tuple[str, str, int]:
    line = _line(text, index)
    before = text[text.rfind("\n", 0, index) + 1 : index]
    quoted = quoted_before(text, index)
    if quoted and re.fullmatch(r"[,;]\s*", text[index:].split("\n", 1)[0]):
        message = _("A comma stands behind the value: “{line}”.").format(line=line)
        return message, _("Delete it, and so below: lines of fields end without one."), index
    if quoted:
        message = _("The value ends at its second quotation mark, but the line goes on: “{line}”.").format(line=line)
        hint = _("Put the whole value in quotation marks of the other kind, ' or \", or write those within as “ ”.")
        return message, hint, index
    if re.search(r"[:-] +[\[{]", before):
        message = _("The value begins with a bracket and goes on after it: “{line}”.").format(line=line)
        hint = _(
            "Delete what follows the bracket; if the brackets are part of a text, put all of it in quotation marks."
        )
        return message, hint, index
    return _indentation(text, index, start)


def _indentation(text: str, index: int, _start: int) -> tuple[str, str, int]:
    message = _("This line does not fit the ones above: “{line}”.").format(line=_line(text, index))
    hint = _("Fields of one record begin in the same column; the items of a list begin with “- ”, all in one column.")
    return message, hint, index


def _no_colon(text: str, _index: int, start: int) -> tuple[str, str, int]:
    line = _line(text, start)
    if _NO_SPACE.match(line):
        return _no_space(text, start)
    if line.startswith("-"):
        return _no_space_after_hyphen(text, start)
    message = _("A field has a name, a colon and a space; this line has none: “{line}”.").format(line=line)
    return message, _("Write “name: value”; where it continues the value above, indent it by two spaces."), start


def _no_space_after_hyphen(text: str, index: int) -> tuple[str, str, int]:
    message = _("The item of a list begins with a hyphen and a space; here is none: “{line}”.")
    return message.format(line=_line(text, index)), _("Write “- ” before the item."), index


def _open_bracket(text: str, _index: int, start: int) -> tuple[str, str, int]:
    if text[start : start + 1] not in {"[", "{"}:
        # Nothing follows the bracket, so the parser stands at the end already.
        start = max(text.rfind("[", 0, start), text.rfind("{", 0, start), 0)
    message = _("The bracket {mark} that opens here is not closed, or a comma is missing after it.").format(
        mark=text[start : start + 1]
    )
    return message, _("Close it in the same value: [one, two] or {{name: value}}.").format(), start


def _bad_start(text: str, index: int, start: int) -> tuple[str, str, int]:
    character = text[index : index + 1]
    if character == "\t":
        return _tab(text, index, start)
    message = _("A value cannot begin with {character} unless it is in quotation marks: “{line}”.").format(
        character=character, line=_line(text, index)
    )
    return message, _("Put the whole value in quotation marks."), index


def _tab(_text: str, index: int, _start: int) -> tuple[str, str, int]:
    message = _("There is a tab here, which YAML does not allow for indentation.")
    return message, _("Use spaces; most editors can be set to write them for the tab key."), index


def _escape(text: str, index: int, _start: int) -> tuple[str, str, int]:
    message = _('Within " a backslash begins a code, and “\\{character}” is none.').format(
        character=text[index : index + 1]
    )
    return message, _("Put the value in ' instead, or write the backslash twice."), index


def _no_content(text: str, index: int, start: int) -> tuple[str, str, int]:
    if not text[index:].strip():
        return _open_bracket(text, index, len(text))
    if text[index] == ",":
        message = _("Nothing stands before this comma: “{line}”.").format(line=_line(text, index))
        return message, _("Delete the comma, or write what is missing before it."), index
    return _bad_start(text, index, start)


def _name(text: str, index: int, _start: int) -> tuple[str, str, int]:
    before = text[text.rfind("\n", 0, index) + 1 : index]
    if text[index : index + 1].isspace() and not before.strip(" *&"):
        message = _("The item of a list begins with a hyphen and a space; here is none: “{line}”.")
        return message.format(line=_line(text, index)), _("Write “- ” in place of “* ”."), index - 1
    message = _("A value cannot begin with & or * unless it is in quotation marks: “{line}”.").format(
        line=_line(text, index)
    )
    return message, _("Put the whole value in quotation marks."), index


def _second_document(text: str, index: int, _start: int) -> tuple[str, str, int]:
    message = _("A second set of fields begins here: “{line}”.").format(line=_line(text, index))
    return message, _("Each file has one; put text that begins with --- or ... in quotation marks."), index


def _other(text: str, index: int, problem: str) -> tuple[str, str, int]:
    message = _("The fields cannot be read from here on ({reason}): “{line}”.").format(
        reason=problem, line=_line(text, index)
    )
    return message, _("Put values with : # or quotation marks in them in quotation marks as a whole."), index


def _line(text: str, index: int) -> str:
    end = text.find("\n", index)
    line = text[text.rfind("\n", 0, index) + 1 : len(text) if end < 0 else end].strip()
    return line if len(line) <= 80 else line[:79] + "…"


_EXPLANATIONS: tuple[tuple[str, Callable[[str, int, int], tuple[str, str, int]]], ...] = (
    ("mapping values are not allowed", _colon),
    ("expected ',' or", _open_bracket),
    ("but found '<stream end>'", _open_bracket),
    ("expected <block end>", _after_value),
    # The same in the words of libyaml.
    ("did not find expected key", _after_value),
    ("did not find expected '-' indicator", _indentation),
    ("could not find expected ':'", _no_colon),
    ("found character '\\t'", _tab),
    ("cannot start any token", _bad_start),
    ("mapping keys are not allowed", _bad_start),
    ("sequence entries are not allowed", _bad_start),
    ("escape", _escape),
    ("expected the node content", _no_content),
    # The same in the words of libyaml.
    ("did not find expected node content", _no_content),
    ("expected alphabetic or numeric character", _name),
    ("found undefined alias", _name),
    ("but found another document", _second_document),
    ("expected '<document start>'", _second_document),
)
