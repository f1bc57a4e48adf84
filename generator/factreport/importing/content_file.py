"""How content files are written: front matter and text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PLAIN = re.compile(r"[A-Za-z][\w ,.'’“”()%€$£/-]*[\w.)%”]|\w[\w-]*", re.ASCII)
_OTHER_MEANING = frozenset(["yes", "no", "true", "false", "null", "on", "off", "y", "n", "~", "unknown"])
_AS_IT_IS = frozenset({"yes", "no", "unknown"})


class ContentFile(Struct, frozen=True):
    """A file to be written."""

    path: str
    """Below the content folder, with forward slashes."""
    text: str


def record(path: str, fields: Mapping[str, str | tuple[Mapping[str, str], ...]], text: str) -> ContentFile:
    """Give a file with fields between two marks and a text below; empty fields are left out."""
    lines = [line for name, value in fields.items() if value for line in _field(name, value)]
    return ContentFile(path, "\n".join(["---", *lines, "---", text.strip(), ""]))


def mapping(path: str, lines: Iterable[str]) -> ContentFile:
    """Give a file that is fields alone."""
    return ContentFile(path, "\n".join([*lines, ""]))


def _field(name: str, value: str | tuple[Mapping[str, str], ...]) -> list[str]:
    if isinstance(value, str):
        return [f"{name}: {scalar(value)}"]
    lines = [f"{name}:"]
    for entry in value:
        inner = [f"{key}: {scalar(one)}" for key, one in entry.items()]
        lines += [f"  {'- ' if not place else '  '}{line}" for place, line in enumerate(inner)]
    return lines


def scalar(text: str) -> str:
    """Give a text as YAML on one line: as it stands where that is read so, else between quotation marks."""
    line = one_line(text)
    if line in _AS_IT_IS or (_PLAIN.fullmatch(line) and line.lower() not in _OTHER_MEANING):
        return line
    return yaml.safe_dump(line, default_style='"', allow_unicode=True, width=10**9).rstrip("\n")


def one_line(text: str) -> str:
    """Give a text in one line, without what cannot be written or seen."""
    written = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(char if char.isprintable() else " " for char in written).split())


def markdown(text: str) -> str:
    """Give a text that Markdown shows as it stands."""
    return re.sub(r"([\\`*_\[\]<>#@|~])", r"\\\1", one_line(text))
