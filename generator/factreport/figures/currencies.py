"""Currencies as people print them: symbols, prefixed dollars, codes and names, each with the codes it can mean.

Codes, names and symbols of all currencies in use are CLDR's, as Babel ships them; the tables here add what newspapers
write and CLDR does not (`Rmb`, `A$`, `SFr`, "roubles", "pence").
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from factreport.figures.exact import Fraction
from factreport.figures.other_languages import MONEY_ELSEWHERE
from factreport.figures.phrases import Phrases, words


class Money(NamedTuple):
    """The currency that a symbol, code or name can mean."""

    codes: tuple[str, ...]
    """ISO 4217 codes, sorted; one unless the word is ambiguous."""
    part: Fraction = Fraction(1)
    """Of the major unit: 1/100 for pence and cents."""


CENT = Fraction(1, 100)

SYMBOLS = {
    "$": "USD", "＄": "USD", "£": "GBP", "￡": "GBP", "€": "EUR", "¥": "CNY|JPY", "￥": "CNY|JPY",
    "元": "CNY", "円": "JPY", "₹": "INR", "₨": "INR|LKR|MUR|NPR|PKR|SCR", "₩": "KPW|KRW", "￦": "KPW|KRW",
    "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₺": "TRY", "₴": "UAH", "₽": "RUB", "₡": "CRC",
    "₲": "PYG", "₭": "LAK", "₮": "MNT", "₸": "KZT", "₼": "AZN", "₾": "GEL", "֏": "AMD", "৳": "BDT", "៛": "KHR",
    "₵": "GHS", "؋": "AFN", "﷼": "IRR|OMR|QAR|SAR|YER", "₿": "",
}  # fmt: skip
"""One-character symbols; ₩ is South Korea's won in all but its homonym, see `DEFAULTS`."""

DOLLARS = {
    "US": "USD", "U.S.": "USD", "USD": "USD", "A": "AUD", "AU": "AUD", "AUD": "AUD", "AUS": "AUD", "C": "CAD",
    "CA": "CAD", "CAD": "CAD", "CDN": "CAD", "CAN": "CAD", "HK": "HKD", "HKD": "HKD", "NT": "TWD", "TW": "TWD",
    "NTD": "TWD", "S": "SGD", "SG": "SGD", "SGD": "SGD", "SIN": "SGD", "NZ": "NZD", "NZD": "NZD", "R": "BRL",
    "BRL": "BRL", "MX": "MXN", "MEX": "MXN", "MXN": "MXN", "EC": "XCD", "J": "JMD", "JA": "JMD", "TT": "TTD",
    "BZ": "BZD", "BDS": "BBD", "B": "BND|BSD", "BS": "BSD", "BN": "BND", "FJ": "FJD", "GY": "GYD", "G": "GYD",
    "L": "LRD", "LD": "LRD", "N": "NAD", "NA": "NAD", "SI": "SBD", "RD": "DOP", "CL": "CLP", "CLP": "CLP",
    "COL": "COP", "COP": "COP", "AR": "ARS", "ARS": "ARS", "UY": "UYU", "U": "UYU", "T": "TOP", "WS": "WST",
    "MOP": "MOP", "CI": "KYD", "KY": "KYD", "BM": "BMD", "BD": "BMD", "SR": "SRD", "CU": "CUP",
}  # fmt: skip
"""Letters before a dollar sign, in capitals. `C$` is Canada's here, though Nicaragua prints it too."""

DOLLARS_TURNED = frozenset({"A", "AU", "C", "CA", "HK", "NT", "NZ", "S", "US"})
"""Of these, the letters that some print after the sign ("$A1.5bn")."""

SIGN_LETTERS = {
    "£": {"E": "EGP", "EGP": "EGP", "LE": "EGP", "FK": "FKP", "GBP": "GBP", "UK": "GBP", "SS": "SSP", "LBP": "LBP"},
    "¥": {"CN": "CNY", "RMB": "CNY", "CNY": "CNY", "JP": "JPY", "J": "JPY", "JPY": "JPY"},
    "₵": {"GH": "GHS"},
    "¢": {"GH": "GHS"},
    "€": {"EUR": "EUR"},
    "₱": {"PHP": "PHP"},
    "₨": {"PK": "PKR", "SL": "LKR"},
}

PREFIXES = {
    "RM": "MYR", "Rmb": "CNY", "RMB": "CNY", "rmb": "CNY", "Rs": "INR", "Re": "INR", "INR": "INR", "SFr": "CHF",
    "Sfr": "CHF", "SFR": "CHF", "Fr": "CHF", "sFr": "CHF", "R": "ZAR", "Rp": "IDR", "Tk": "BDT", "kr":
    "DKK|ISK|NOK|SEK",
    "Kr": "DKK|ISK|NOK|SEK", "SKr": "SEK", "SKR": "SEK", "Skr": "SEK", "NKr": "NOK", "NKR": "NOK", "Nkr": "NOK",
    "DKr": "DKK", "DKR": "DKK", "Dkr": "DKK", "IKr": "ISK", "Ksh": "KES", "KSh": "KES", "KSH": "KES", "Kshs": "KES",
    "TSh": "TZS", "Tsh": "TZS", "USh": "UGX", "Ush": "UGX", "Sh": "KES|SOS|TZS|UGX", "Dh": "AED", "Dhs": "AED",
    "DH": "AED", "Dirhams": "AED", "SR": "SAR", "QR": "QAR", "KD": "KWD", "BD": "BHD", "JD": "JOD", "RO": "OMR",
    "Kč": "CZK", "Kc": "CZK", "zł": "PLN", "Ft": "HUF", "FCFA": "XAF|XOF", "CFA": "XAF|XOF", "CFAF": "XAF|XOF",
    "K": "MWK|PGK|ZMW", "Baht": "THB", "Bt": "THB",
    "NGN": "NGN", "N": "NGN", "P": "PHP", "Php": "PHP", "PhP": "PHP", "GHc": "GHS", "LE": "EGP", "NIS": "ILS",
    "Bs": "BOB|VES", "TL": "TRY", "YTL": "TRY", "NTD": "TWD", "euro": "EUR", "euros": "EUR", "ringgit": "MYR",
    "Rupees": "INR", "rupees": "INR", "yen": "JPY",
    "CNH": "CNY", "Rub": "RUB", "Birr": "ETB", "Br": "BYN|ETB", "VND": "VND",
}  # fmt: skip
"""Letters and words before a number, in the spelling that counts as one ("RM860", "Rmb40bn")."""

NEEDS_SCALE = frozenset(
    {"N", "P", "R", "L", "K", "Bt", "Sh", "BD", "RO", "Br", "Re", "Fr", "TL", "SR", "QR", "JD", "KD", "DH", "LE"}
)
"""Prefixes so short, or so like initials, that only a scale, a decimal or a joined number makes them money."""

ADJECTIVES = {
    "US": "USD", "U.S.": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD", "CDN": "CAD", "Cdn": "CAD",
    "Singaporean": "SGD", "AUS": "AUD",
}  # fmt: skip
"""Words that may end a sum in dollars ("$20 Canadian")."""

MONEY_WHEN_JOINED = frozenset({"R", "Fr", "Re", "SR", "QR", "JD", "KD"})
"""Of these, the ones that a number of two digits or more makes money by touching them ("R250")."""

CODES_LIKE_WORDS = words("""
    ALL TOP TRY CUP MAD COP PEN SOS BAM MOP GEL RON LAK PAB ANG BOB ERN SHP SLE STN AMD MRU
""")
"""Codes that are English words or other acronyms in capitals ("ALL 50 states", "COP 28")."""

NAMES = {
    "dollar": "USD", "bucks": "USD", "buck": "USD", "greenbacks": "USD", "pound": "GBP", "sterling": "GBP",
    "quid": "GBP", "pounds sterling": "GBP", "pound sterling": "GBP", "euro": "EUR", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "yuan renminbi": "CNY", "chinese yuan": "CNY", "chinese renminbi": "CNY",
    "offshore yuan": "CNY", "yen": "JPY", "won": "KRW", "korean won": "KRW", "rupee": "INR", "rs": "INR",
    "ringgit": "MYR", "malaysia ringgit": "MYR", "malaysian ringgit": "MYR", "rouble": "RUB", "ruble": "RUB",
    "rbl": "RUB", "russian rouble": "RUB", "belarusian rouble": "BYN", "belarusian ruble": "BYN", "rand": "ZAR",
    "south african rand": "ZAR", "real": "BRL", "brazilian real": "BRL", "reai": "BRL", "brazilian reai": "BRL",
    "lira": "TRY", "turkish lira": "TRY",
    "kroner": "DKK|NOK", "krone": "DKK|NOK", "kronor": "SEK", "krona": "ISK|SEK", "kronur": "ISK", "kr":
    "DKK|ISK|NOK|SEK",
    "crown": "CZK|DKK|ISK|NOK|SEK", "czech crown": "CZK", "swedish crown": "SEK", "norwegian crown": "NOK",
    "franken": "CHF", "danish crown": "DKK", "czech koruna": "CZK", "koruna": "CZK", "koruny": "CZK", "korun": "CZK",
    "shekel": "ILS", "new shekel": "ILS", "israeli shekel": "ILS", "nis": "ILS", "zloty": "PLN", "złoty": "PLN",
    "hryvnia": "UAH", "hryvnya": "UAH", "forint": "HUF", "baht": "THB", "rupiah": "IDR", "dong": "VND",
    "naira": "NGN", "cedi": "GHS", "ghana cedi": "GHS", "birr": "ETB", "leu": "RON", "lei": "RON", "lev": "BGN",
    "leva": "BGN",
    "dirham": "AED|MAD", "uae dirham": "AED", "emirati dirham": "AED", "dirhams of the united arab emirates": "AED",
    "riyal": "QAR|SAR|YER", "rial": "IRR|OMR|YER", "sri lanka rupee": "LKR", "pakistan rupee": "PKR",
    "nepali rupee": "NPR", "cfa franc": "XAF|XOF", "franc cfa": "XAF|XOF", "francs cfa": "XAF|XOF", "d'euro": "EUR",
    "pacific franc": "XPF", "kwacha": "MWK|ZMW", "sol": "PEN",
    "nuevo sol": "PEN", "soles": "PEN", "guarani": "PYG", "bolivar": "VES", "bolivares": "VES", "colones": "CRC",
    "colón": "CRC", "colon": "CRC", "aussie dollar": "AUD", "kiwi dollar": "NZD", "taiwan dollar": "TWD",
    "new taiwan dollar": "TWD", "nt dollar": "TWD", "singaporean dollar": "SGD", "hong kong dollar": "HKD",
    "american dollar": "USD", "u.s. dollar": "USD", "us dollar": "USD", "u.s dollar": "USD", "australia dollar": "AUD",
    "canada dollar": "CAD", "jamaica dollar": "JMD", "zimbabwe dollar": "ZWL", "argentinian peso": "ARS",
    "argentinean peso": "ARS", "argentina peso": "ARS", "philippines peso": "PHP", "chile peso": "CLP",
    "mexico peso": "MXN", "uk pound": "GBP", "u.k. pound": "GBP", "gb pound": "GBP", "english pound": "GBP",
    "tk": "BDT", "rm": "MYR", "tl": "TRY", "zł": "PLN", "kč": "CZK", "din": "RSD", "dhs": "AED", "dh": "AED",
    "pa'anga": "TOP", "kuna": "HRK", "deutsche mark": "DEM", "deutschmark": "DEM",
    "finnish markka": "FIM", "french franc": "FRF", "italian lira": "ITL", "spanish peseta": "ESP", "peseta": "ESP",
    "kuwait dinar": "KWD", "iraq dinar": "IQD", "bahrain dinar": "BHD", "oman rial": "OMR", "qatar riyal": "QAR",
    "saudi arabian riyal": "SAR", "thailand baht": "THB", "vietnam dong": "VND", "indonesia rupiah": "IDR",
    "kenya shilling": "KES", "tanzania shilling": "TZS", "uganda shilling": "UGX", "egypt pound": "EGP",
}  # fmt: skip
"""Names in lower case, singular; an `s` may follow. The words without an adjective mean the best-known country."""

NOT_NAMES = frozenset({"gold", "ft"})
"""Last words of names that mean something else."""

MINOR = {
    "pence": "GBP", "penny": "GBP", "pennies": "GBP", "cent": "USD", "cents": "USD", "¢": "USD", "us cents": "USD",
    "u.s. cents": "USD", "euro cents": "EUR", "euro cent": "EUR", "eurocents": "EUR", "canadian cents": "CAD",
    "australian cents": "AUD", "hong kong cents": "HKD", "singapore cents": "SGD", "new zealand cents": "NZD",
    "paise": "INR", "paisa": "INR", "kopecks": "RUB", "kopeks": "RUB", "kopeck": "RUB", "sen": "MYR", "fen": "CNY",
    "centavos": "MXN|PHP", "groszy": "PLN", "kobo": "NGN", "pesewas": "GHS", "agorot": "ILS", "öre": "SEK",
    "centimes": "EUR|CHF", "rappen": "CHF",
}  # fmt: skip

CODES_IN_SMALL_LETTERS = words("""
    usd eur gbp jpy cny rmb aud cad chf hkd sgd nzd sek nok dkk pln inr krw brl zar mxn aed thb myr idr php twd vnd
""")
"""Codes that also stand in small letters after a number ("500 usd"), where they are no English words."""

AFTER_TOO = words("Rp Kč zł FCFA CFA KSh Ksh TSh USh SFr NIS Tk Dhs Dh KD RM SKr NKr DKr Ft")
"""Of the prefixes, those that stand after a number as well."""

DOT_GROUPS = frozenset({"IDR", "VND", "PYG"})
"""Currencies without a fraction in use, whose "350.000" is in thousands."""

COMMA_DECIMALS = frozenset({
    "ARS", "BAM", "BGN", "BRL", "CLP", "COP", "CRC", "CZK", "DKK", "EUR", "HUF", "ISK", "MAD", "MKD", "NOK", "PLN",
    "PYG", "RON", "RSD", "SEK", "TND", "TRY", "UAH", "UYU",
})  # fmt: skip
"""Currencies of languages that write "37.970" for a number in thousands; a price to a tenth of a cent has one digit
before its point ("€1.789"), or is said to be per something."""

POINT_DECIMALS = frozenset({"CHF", "DOP", "GTQ", "HNL", "MXN", "NIO", "PAB", "PEN", "PHP"})
"""Of languages with a decimal comma, currencies written with a point: "2.350 millones de pesos" may be both."""

DEFAULTS: dict[tuple[str, ...], tuple[str, ...]] = {("KPW", "KRW"): ("KRW",)}
"""Candidates that News English does not leave open."""


def split_codes(codes: str) -> tuple[str, ...]:
    """Return the sorted codes of `CNY|JPY`."""
    found = tuple(sorted(codes.split("|")))
    return DEFAULTS.get(found, found)


@cache
def codes_in_use() -> frozenset[str]:
    """Return the ISO 4217 codes that are legal tender somewhere today, as CLDR has it, and the last to be replaced."""
    territories = get_global("territory_currencies")
    today = {code for rows in territories.values() for code, _from, until, tender in rows if tender and until is None}
    return frozenset(today | {"ANG", "BGN", "HRK", "SLL", "VED", "ZWL", "XAF", "XOF"})


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.lower().replace("ʻ", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _cldr_names() -> dict[str, set[str]]:
    english = Locale("en")
    names: dict[str, set[str]] = defaultdict(set)
    for code in codes_in_use():
        # Babel has no public list of the plural forms.
        plural_forms = english._data["currency_names_plural"].get(code, {})  # noqa: SLF001
        for name in (english.currencies.get(code, ""), *plural_forms.values()):
            if name:
                names[name.lower()].add(code)
                names[_plain(name)].add(code)
    return names


def _with_nouns(names: dict[str, set[str]]) -> dict[str, set[str]]:
    """Add the last word of each name ("peso"), which means any of the currencies that bear it."""
    nouns: dict[str, set[str]] = defaultdict(set)
    for name, codes in names.items():
        words = name.split(" ")
        if len(words) > 1 and words[-1] not in {"dollar", "dollars", "mark", "marks"}:
            nouns[words[-1]] |= codes
    return nouns | names


@cache
def name_table() -> dict[str, Money]:
    """Return the names of currencies and of their hundredths, in lower case."""
    table = {name: Money(split_codes("|".join(codes))) for name, codes in _with_nouns(_cldr_names()).items()}
    for name, codes in NAMES.items():
        for form in (name, name + "s"):
            table[form] = Money(split_codes(codes))
    table |= {name: Money((code,)) for code, listing in MONEY_ELSEWHERE.items() for name in listing.split()}
    table |= {code: Money(split_codes("CNY" if code == "rmb" else code.upper())) for code in CODES_IN_SMALL_LETTERS}
    for name, code in MINOR.items():
        table[name] = Money(split_codes(code), CENT)
    for word in NOT_NAMES:
        table.pop(word, None)
    return table


@cache
def names() -> Phrases[Money]:
    """Return the names of currencies and of their hundredths, as they stand after a number."""
    return Phrases(name_table())


@cache
def prefix_codes() -> dict[str, tuple[str, ...]]:
    """Return what may stand before a number in letters: codes in use and the short forms of newspapers."""
    table: dict[str, tuple[str, ...]] = {code: (code,) for code in codes_in_use()}
    table |= {prefix: split_codes(codes) for prefix, codes in PREFIXES.items()}
    return table


@cache
def symbols() -> dict[str, tuple[str, ...]]:
    """Return the one-character symbols."""
    return {symbol: split_codes(codes) for symbol, codes in SYMBOLS.items() if codes}
