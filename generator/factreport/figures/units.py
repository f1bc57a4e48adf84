"""Units of measurement as people print them, and which of them are one kind, so that a range can be in one unit."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factreport.figures.phrases import Phrases

_PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera"}

_WORDS: dict[str, str] = {
    # time
    "s": "second seconds sec secs", "min": "minute minutes min mins", "h": "hour hours hr hrs",
    "d": "day days", "wk": "week weeks wk wks", "mo": "month months mth mths", "yr": "year years yr yrs",
    "decade": "decade decades", "century": "century centuries", "ms": "millisecond milliseconds",
    "ns": "nanosecond nanoseconds", "fortnight": "fortnight fortnights",
    # length
    "km": "kilometre kilometres kilometer kilometers km kms", "m": "metre metres meter meters", "mtr": "",
    "cm": "centimetre centimetres centimeter centimeters cm cms", "mm": "millimetre millimetres millimeter millimeters",
    "μm": "micrometre micrometres micrometer micrometers micron microns μm µm um",
    "nm": "nanometre nanometres nanometer nanometers nm", "mi": "mile miles", "yd": "yard yards yd yds",
    "ft": "foot feet ft", "in": "inch inches", "nmi": "nautical-mile nautical-miles nmi", "ly": "light-year light-years lightyears",
    # area
    "m2": "square-metre square-metres square-meter square-meters sq-m sq-metres sq-meters sqm m²",
    "km2": "square-kilometre square-kilometres square-kilometer square-kilometers sq-km sq-kilometres sqkm km²",
    "cm2": "square-centimetre square-centimetres square-centimeters sq-cm cm²",
    "ft2": "square-foot square-feet sq-ft sq-feet sq-foot sqft ft²", "mi2": "square-mile square-miles sq-mi sq-miles mi²",
    "in2": "square-inch square-inches", "yd2": "square-yard square-yards", "ha": "hectare hectares ha", "ac": "acre acres",
    # volume
    "l": "litre litres liter liters", "ml": "millilitre millilitres milliliter milliliters ml",
    "cl": "centilitre centilitres cl", "hl": "hectolitre hectolitres hectoliters",
    "m3": "cubic-metre cubic-metres cubic-meter cubic-meters cu-m m³", "km3": "cubic-kilometres cubic-kilometers km³",
    "cm3": "cubic-centimetre cubic-centimetres cubic-centimeters cm³", "ft3": "cubic-foot cubic-feet cu-ft ft³",
    "gal": "gallon gallons gal", "pt": "pint pints", "qt": "quart quarts", "bu": "bushel bushels",
    "bbl": "barrel barrels bbl bbls bpd barrels-of-oil barrels-of-oil-equivalent boe boepd barrels-per-day",
    # mass
    "t": "tonne tonnes ton tons metric-ton metric-tons metric-tonnes tonnage", "short ton": "short-ton short-tons",
    "long ton": "long-ton long-tons", "kg": "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs",
    "g": "gram grams gramme grammes", "mg": "milligram milligrams mg", "μg": "microgram micrograms μg µg mcg",
    "lb": "lb lbs pounds-of-thrust pound-foot", "oz": "ounce ounces oz troy-ounce troy-ounces", "st": "stones",
    "kt": "kilotonne kilotonnes kiloton kilotons", "Mt": "megatonne megatonnes megaton megatons",
    "Gt": "gigatonne gigatonnes gigaton gigatons", "ct": "carat carats",
    # energy, power and electricity
    "J": "joule joules", "cal": "calorie calories", "kcal": "kilocalorie kilocalories kcal",
    "hp": "horsepower hp bhp", "V": "volt volts", "A": "ampere amperes amp amps", "mAh": "mah milliamp-hours",
    "Btu": "btu btus british-thermal-units", "N": "newton newtons", "Pa": "pascal pascals", "psi": "psi", "Ω": "ohm ohms",
    # speed, angle, temperature, sound, data
    "mph": "mph miles-per-hour miles-an-hour", "km/h": "kph kmh kmph km/h kilometres-per-hour kilometers-per-hour "
    "kilometres-an-hour kilometers-an-hour km-per-hour km-an-hour", "kn": "knot knots kts", "m/s": "metres-per-second "
    "meters-per-second metres-a-second meters-a-second m/s", "°": "degree degrees °",
    "°C": "°c ºc ℃ degrees-celsius degree-celsius degrees-centigrade degrees-c celsius centigrade °-c º-c",
    "°F": "°f ºf ℉ degrees-fahrenheit degree-fahrenheit degrees-f fahrenheit °-f º-f",
    "dB": "decibel decibels db", "rpm": "rpm", "B": "byte bytes", "kB": "kilobyte kilobytes kb",
    "MB": "megabyte megabytes mb", "GB": "gigabyte gigabytes gb", "TB": "terabyte terabytes tb",
    "PB": "petabyte petabytes pb", "EB": "exabyte exabytes", "kbps": "kbps", "Mbps": "mbps megabits-per-second",
    "Gbps": "gbps gigabits-per-second", "Tbps": "tbps terabits-per-second", "MP": "megapixel megapixels",
    "TEU": "teu teus",
}  # fmt: skip
"""Spellings in any case of letters, set apart by spaces; `-` stands between the words of one spelling."""

_STEMS = {
    "W": "watt watts", "Wh": "watt-hour watt-hours watthour watthours", "Hz": "hertz", "bit": "bit bits",
}  # fmt: skip

_EXACT: dict[str, str] = {
    "m": "m", "M": "", "g": "g", "l": "l", "L": "l", "t": "t", "h": "h", "mm": "mm", "W": "W", "kW": "kW", "KW": "kW", "MW": "MW",
    "GW": "GW", "TW": "TW", "mW": "mW", "Wh": "Wh", "kWh": "kWh", "KWh": "kWh", "kwh": "kWh", "KWH": "kWh", "MWh": "MWh",
    "GWh": "GWh", "TWh": "TWh", "MWp": "MW", "GWp": "GW", "kWp": "kW", "MWe": "MW", "GWe": "GW", "Hz": "Hz", "kHz": "kHz",
    "MHz": "MHz", "GHz": "GHz", "THz": "THz", "V": "V", "kV": "kV", "J": "J", "kJ": "kJ", "MJ": "MJ", "GJ": "GJ", "TJ": "TJ",
    "PJ": "PJ", "EJ": "EJ", "kt": "kt", "Mt": "Mt", "Gt": "Gt", "mmBtu": "mmBtu", "mmbtu": "mmBtu", "MMBtu": "mmBtu",
    "Nm": "Nm", "hPa": "hPa", "kPa": "kPa", "MPa": "MPa", "ct": "ct", "st": "st", "dwt": "dwt", "cc": "cm3", "C": "°C", "F": "°F",
    "mi": "mi", "pt": "pt", "bhp": "hp", "GT": "GT", "Mb": "Mbit", "Gb": "Gbit", "µm": "μm", "Gwh": "GWh", "Mwh": "MWh", "gw": "GW",
    "mw": "MW", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "tw": "TW", "kw": "kW", "ghz": "GHz", "mhz": "MHz", "cu": "",
}  # fmt: skip
"""Abbreviations whose letters must be exactly these."""

JOINED_ONLY = frozenset({"C", "F", "h", "st", "ct", "V", "W", "J", "L", "pt", "GT"})
"""Abbreviations that must touch the number ("40C"); apart, they are words, grades or initials."""

_FACTORS: dict[str, tuple[str, Fraction]] = {
    "s": ("time", Fraction(1)), "min": ("time", Fraction(60)), "h": ("time", Fraction(3600)), "d": ("time", Fraction(86400)),
    "wk": ("time", Fraction(604800)), "mo": ("calendar", Fraction(1)), "yr": ("calendar", Fraction(12)),
    "decade": ("calendar", Fraction(120)), "century": ("calendar", Fraction(1200)),
    "mm": ("length", Fraction(1, 1000)), "cm": ("length", Fraction(1, 100)), "m": ("length", Fraction(1)),
    "km": ("length", Fraction(1000)), "nm": ("length", Fraction(1, 10**9)), "μm": ("length", Fraction(1, 10**6)),
    "in": ("length", Fraction(127, 5000)), "ft": ("length", Fraction(381, 1250)), "yd": ("length", Fraction(1143, 1250)),
    "mi": ("length", Fraction(201168, 125)), "m2": ("area", Fraction(1)), "ha": ("area", Fraction(10**4)),
    "km2": ("area", Fraction(10**6)), "ml": ("volume", Fraction(1, 10**6)), "l": ("volume", Fraction(1, 1000)),
    "m3": ("volume", Fraction(1)), "mg": ("mass", Fraction(1, 1000)), "g": ("mass", Fraction(1)), "kg": ("mass", Fraction(1000)),
    "t": ("mass", Fraction(10**6)), "kt": ("mass", Fraction(10**9)), "Mt": ("mass", Fraction(10**12)), "Gt": ("mass", Fraction(10**15)),
}  # fmt: skip
"""Kind of measure, and how much one of the unit is in that kind's own unit. Months and years have no exact length in days."""


def _prefixed() -> dict[str, tuple[str, Fraction]]:
    table = {}
    for stem in ("W", "Wh", "Hz", "B", "J", "bit"):
        table[stem] = (stem, Fraction(1))
        for power, prefix in enumerate(("k", "M", "G", "T", "P"), 1):
            table[prefix + stem] = (stem, Fraction(1000**power))
    return table


@cache
def factors() -> dict[str, tuple[str, Fraction]]:
    """Return, for each unit that has exact relatives, its kind and its size in that kind's own unit."""
    return _FACTORS | _prefixed()


def ratio(unit: str, other: str) -> Fraction | None:
    """Return how many of `other` one `unit` is, where that is exact ("GW", "MW": 1,000), else None."""
    kind, size = factors().get(unit, (unit, Fraction(1)))
    other_kind, other_size = factors().get(other, (other, Fraction(1)))
    return size / other_size if kind == other_kind else None


@cache
def words() -> Phrases[str]:
    """Return the units by spellings in lower case."""
    table: dict[str, str] = {}
    for unit, spellings in _WORDS.items():
        for spelling in spellings.split():
            table[_split(spelling)] = unit
    for stem, spellings in _STEMS.items():
        for spelling in spellings.split():
            table[_split(spelling)] = stem
            for letter, prefix in _PREFIXES.items():
                table[_split(prefix + spelling)] = letter + stem
    return Phrases(table)


def _split(spelling: str) -> str:
    return " ".join(spelling.replace("/", "-/-").replace("-", " ").split())


def exact() -> dict[str, str]:
    """Return the units by abbreviations in their exact letters; an empty unit is none."""
    return _EXACT
