"""Scale words of other languages, as texts in English leave them beside a local sum ("R$ 1,2 bilhão").

Only words that have one meaning in all languages that write them so: a German or French "Billion" is not here, for an
English reader takes it for a thousandth of what it says. Values are those of the languages' own dictionaries (long
scale in German, French, Spanish, Italian, Dutch, Polish and the Nordic languages; short scale in Portuguese as Brazil
writes it, Turkish, Indonesian and Russian).
"""

from __future__ import annotations

from factreport.figures.phrases import words

_WORDS = {
    3: "tausend ribu тыс тысяча тысячи тысяч",
    6: """
        millionen millones millón miljoen miljoner millioner milioni milione milhão milhões milhoes milionów miliony
        milyon juta млн миллион миллиона миллионов
    """,
    9: """
        milliarde milliarden milliard milliards miljard miljarder milliarder miliardi miliardo miliardów miliardy
        bilhão bilhões bilhoes milyar miliar miliarda mld млрд миллиард миллиарда миллиардов
    """,
    12: """
        billionen billón billones trilhão trilhões trilhoes triliun trilyun трлн триллион триллиона триллионов
    """,
}
SCALES_ELSEWHERE = {word: 10**power for power, listing in _WORDS.items() for word in words(listing)}
"""By the word in lower case."""

SHORT_ELSEWHERE = words("mld тыс млн млрд трлн")
"""Of these, the abbreviations, behind which a full stop may stand."""
MONEY_ELSEWHERE = {
    "EUR": "евро", "USD": "dólar dólares dollari доллар доллара долларов", "RUB": "рубль рубля рублей руб",
    "UAH": "гривна гривны гривен", "CNY": "юань юаня юаней", "GBP": "sterline", "PLN": "złoty złote złotych",
}  # fmt: skip
"""Names of currencies that an English dictionary does not have, by code."""
OF = frozenset({"de", "di"})
"""What stands between a scale and what it counts: "2 milliards de francs", "2,5 milioni di euro"."""

THOUSAND_OF = "mil"
"""A thousand in Spanish and Portuguese ("7,5 mil milhões", "R$ 500 mil"), in English a million."""
WHERE_MIL_IS_A_THOUSAND = frozenset({"BRL"})
"""Currencies beside which "mil" is never the English short form: their sums come from texts in Portuguese."""

SHARES_ELSEWHERE = {
    "%": (
        "prozent",
        "pour cent",
        "por ciento",
        "por cento",
        "per cento",
        "procent",
        "procento",
        "prosent",
        "процент",
        "процента",
        "процентов",
    ),
    "pp": (
        *("prozentpunkt", "prozentpunkte", "prozentpunkten", "point de pourcentage", "points de pourcentage"),
        *("punto porcentual", "puntos porcentuales", "ponto percentual", "pontos percentuais"),
        *("punto percentuale", "punti percentuali", "procentenheter", "процентного пункта", "процентных пункта"),
        *("процентных пунктов", "процентный пункт"),
    ),
}
"""Per cent and percentage points, which other languages keep apart as English does, in lower case."""
AFTER_DECIMALS = (
    *(words.replace(" ", r"\s") for spellings in SHARES_ELSEWHERE.values() for words in spellings),
    *("euro", "euros", "рубля", "рублей", "доллара", "долларов", "евро"),
)
"""What a number with a decimal comma may stand before, as regular expressions."""

UNREADABLE = words("mille mila tys")
"""Words of which more than one meaning is left (a thousand, a mile); what they scale is refused, never guessed."""
