"""`factreport verify --against FILE`: the published quotations of a source, looked for in a reader's own copy."""

from __future__ import annotations

import sys
from hashlib import sha256
from typing import TYPE_CHECKING

from factreport.cli.files import FileError, reading
from factreport.evidence.nearest_words import nearest_words
from factreport.evidence.omission import find_terms
from factreport.evidence.prove import share_text
from factreport.evidence.quotation import Match, find_quotation
from factreport.language import gettext as _
from factreport.reading.record import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.model.claim import Citation
    from factreport.model.content import Content
    from factreport.model.source import Source

_USAGE = 2


def verify_against(file: Path, slug: str | None, content: Content) -> int:
    """Print for each quotation of the source where it stands in `file`; 0 if all do, 1 if not, 2 for no such source.

    Without a slug, the source is taken of which most quotations are found. FileError if the file cannot be read.
    """
    with reading(file):
        data = file.read_bytes()
    text = _text(data, file)
    if slug is not None and slug not in content.source_by_slug:
        hint = did_you_mean(slug, content.source_by_slug)
        sys.stderr.write(_("factreport: there is no source `{slug}`. {hint}\n").format(slug=slug, hint=hint))
        return _USAGE
    by_source = _provable(content)
    chosen = slug or _most_found(by_source, text)
    if chosen is None:
        sys.stdout.write(_("No quotation of any source stands in {file}.\n").format(file=file))
        return 1
    lines, missing = _look(by_source.get(chosen, []), text)
    head = _head(content.source_by_slug[chosen], data)
    sys.stdout.write("".join(f"{line}\n" for line in (head, *lines)))
    return int(bool(missing))


def _text(data: bytes, file: Path) -> str:
    """Give what the bytes of a file say; FileError if they are not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = _("{path} is not text in UTF-8; save it as text, in that encoding.")
        raise FileError(message.format(path=file)) from error


def _provable(content: Content) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for claim in content.claims:
        for citation in claim.citations:
            if citation.noted is None:
                found.setdefault(citation.source, []).append(citation)
    return found


def _most_found(by_source: dict[str, list[Citation]], text: str) -> str | None:
    counts = {slug: sum(_stands(citation, text) for citation in found) for slug, found in sorted(by_source.items())}
    best = max(counts, key=lambda slug: counts[slug], default=None)
    return best if best is not None and counts[best] else None


def _stands(citation: Citation, text: str) -> bool:
    return citation.quote is not None and find_quotation(text, citation.quote).occurrences > 0


def _head(source: Source, data: bytes) -> str:
    if source.snapshot is None:
        return _(
            "{source}: we hold no copy of our own, so this file is held against nothing but the quotations."
        ).format(source=source.slug)
    if sha256(data).hexdigest() == source.snapshot:
        return _("{source}: this file is our snapshot, byte for byte.").format(source=source.slug)
    return _("{source}: this file is another text than our snapshot.").format(source=source.slug)


def _look(citations: list[Citation], text: str) -> tuple[list[str], int]:
    lines, missing = [], 0
    for citation in citations:
        there, words = _words(citation, text)
        missing += not there
        lines.append(f"  {citation.claim}/{citation.identity}: {words}")
    return lines, missing


def _words(citation: Citation, text: str) -> tuple[bool, str]:
    """Give whether a citation holds in the text, and what to say of it."""
    if citation.quote is None:
        found = find_terms(text, citation.omits)
        terms = ", ".join(one.term for one in found) or ", ".join(citation.omits)
        return not found, (_("in the text: {terms}") if found else _("not in the text: {terms}")).format(terms=terms)
    result = find_quotation(text, citation.quote, prefix=citation.prefix, suffix=citation.suffix)
    if isinstance(result, Match):
        share = share_text(result.start, text)
        return True, _("{match}, {share} into the text").format(match=result.match, share=share)
    if result.occurrences:
        return True, _("in the text {n} times").format(n=result.occurrences)
    nearest = nearest_words(text, citation.quote)
    if nearest is None:
        return False, _("NOT FOUND: “{quote}”").format(quote=citation.quote)
    message = _("NOT FOUND: “{quote}”; the nearest words, {share} into the text: “{nearest}”")
    share = share_text(nearest.start, text)
    return False, message.format(quote=citation.quote, share=share, nearest=nearest.words)
