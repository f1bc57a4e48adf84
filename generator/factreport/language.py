"""The words of the interface in the site's language, and how it writes numbers and days: gettext and Babel.

Lowest room of all: every room that speaks to a person may import it; it imports none of ours. A translation is one
file, `<code>.po`; it is read as it is, so that nothing has to be compiled.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from babel import Locale, UnknownLocaleError
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from babel.messages import Catalog

P = ParamSpec("P")
T = TypeVar("T")

SOURCE = "en"
"""Code of the language that the interface is written in."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters of scripts that run from right to left, as Unicode sets their blocks apart."""
CATALOGUES = Path(__file__).parent / "locale"
"""Folder of the translations that come with the program, and of `factreport.pot`, which they are made from."""


class _Language(Struct, frozen=True):
    translations: NullTranslations
    locale: Locale
    decimal: str
    group: str
    key: str | None
    """Tells these words from any others; None where nothing does."""


@cache
def locale_of(language: str) -> Locale:
    """Give the locale of a BCP 47 code; plain English writes days as Britain does ("21 November 2026").

    ValueError where Babel does not know the code.
    """
    try:
        return Locale.parse("en_GB" if language == SOURCE else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        raise ValueError(gettext("“{code}” is no language that we know.").format(code=language)) from None


def _language(translations: NullTranslations, locale: Locale, key: str | None) -> _Language:
    every = locale.number_symbols
    symbols = every.get("latn") or every
    return _Language(translations, locale, str(symbols["decimal"]), str(symbols["group"]), key)


_current = [_language(NullTranslations(), Locale("en", "GB"), SOURCE)]
_forget: list[Callable[[], None]] = []


def speak(language: str, folders: Sequence[Path] = ()) -> bool:
    """Make `language` that of all messages asked for from now on; tell whether there is a translation.

    `folders` are searched before our own for `<code>.po`, first with the region ("de-AT"), then without. Without a
    translation the interface stays English, but numbers and days are those of the language. ValueError where a file
    cannot be read or the code is unknown.
    """
    locale = locale_of(language)
    names = dict.fromkeys((f"{language}.po", f"{language.partition('-')[0]}.po"))
    found = next(
        (path for name in names for folder in (*folders, CATALOGUES) if (path := folder / name).is_file()), None
    )
    if found:
        use(_read(found, locale), locale, hashlib.blake2b(found.read_bytes(), digest_size=16).hexdigest())
    else:
        use(NullTranslations(), locale, SOURCE)
    return found is not None or language.partition("-")[0] == SOURCE


def use(translations: NullTranslations, locale: Locale, key: str | None = None) -> None:
    """Make `translations` the words and `locale` the numbers and days from now on; `key` tells them from others."""
    _current[0] = _language(translations, locale, key)
    for clear in _forget:
        clear()


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the last `most` results of a function that says the same for the same, until another language is spoken."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=most)(function)
        _forget.append(kept.cache_clear)
        return cast("Callable[P, T]", kept)

    return decorate


def _read(path: Path, locale: Locale) -> NullTranslations:
    # Only a translated site needs them.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        data = path.read_bytes()
        _check_lines(data, path)
        catalogue = read_po(BytesIO(data), locale, abort_invalid=True)
    except OSError as error:
        raise _unreadable(path, 1, str(error.strerror)) from error
    except PoFileError as error:
        reason = gettext("Write msgid or msgstr, a space, and the text in quotation marks; this is “{line}”.")
        # Babel counts lines from 0.
        raise _unreadable(path, error.lineno + 1, reason.format(line=str(error.line).strip())) from error
    _check_placeholders(catalogue, path)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _unreadable(path: Path, line: int, reason: str) -> ValueError:
    message = gettext("{path}:{line}:1: The translation cannot be read. {reason}")
    return ValueError(message.format(path=f"{path.parent.name}/{path.name}", line=line, reason=reason))


def _check_lines(data: bytes, path: Path) -> None:
    """Raise ValueError for what Babel reads without a word, or names without its place."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = gettext("It is not saved as UTF-8: save it again with that encoding.")
        raise _unreadable(path, len(data[: error.start].split(b"\n")), reason) from error
    for number, line in enumerate(text.splitlines(), start=1):
        written = line.strip()
        if written.startswith(("msg", '"')) and not written.endswith('"'):
            reason = gettext('A text has a quotation mark, ", at either end; this is “{line}”.')
            raise _unreadable(path, number, reason.format(line=written))


def _check_placeholders(catalogue: Catalog, path: Path) -> None:
    """Raise ValueError for a translation with a placeholder that nothing will fill."""
    for message in catalogue:
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        texts = [message.string] if isinstance(message.string, str) else [str(text) for text in message.string or ()]
        filled = [_placeholders(one) for one in ids if one]
        if None in filled:
            # A text that is never filled has braces as they come.
            continue
        allowed = set().union(*filter(None, filled))
        for text in filter(None, texts if filled else []):
            if (reason := _why_not_filled(text, allowed)) is not None:
                raise _unreadable(path, message.lineno or 1, reason)


def _why_not_filled(text: str, allowed: set[str]) -> str | None:
    there = _placeholders(text)
    if there is None:
        return gettext("A brace is missing or one too many in “{text}”.").format(text=text)
    if there <= allowed:
        return None
    reason = gettext("{name} in “{text}” is filled by nothing; what it translates has: {names}.")
    names = ", ".join(f"{{{one}}}" for one in sorted(allowed)) or gettext("nothing")
    return reason.format(name=f"{{{min(there - allowed)}}}", text=text, names=names)


def _placeholders(text: str) -> set[str] | None:
    """Give the names in braces; None for a text whose braces do not match."""
    try:
        return {name for _before, name, _format, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def gettext(message: str) -> str:
    """Give `message` in the current language, or as it stands where there is no translation."""
    return _current[0].translations.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """Give the form of the message that fits `number`; the caller fills in the number."""
    return _current[0].translations.ngettext(one, many, number)


def mark(message: str) -> str:
    """Give `message` as it stands and have it extracted for translation: for texts of before the language is known."""
    return message


def words_key() -> str | None:
    """Give what tells the words of the current language from those of any other; None where nothing does."""
    return _current[0].key


def locale() -> Locale:
    """Give the locale of numbers and days in the current language."""
    return _current[0].locale


def decimal_mark() -> str:
    """Give what stands between a number and its decimals (".")."""
    return _current[0].decimal


def group_mark() -> str:
    """Give what stands between thousands (",")."""
    return _current[0].group


def isolated(words: str) -> str:
    """Keep words that run from right to left apart from the sentence in which they stand; others stay as they are.

    Without the two invisible characters around them, numbers and punctuation beside them change their place.
    """
    return f"\u2068{words}\u2069" if RIGHT_TO_LEFT.search(words) else words
