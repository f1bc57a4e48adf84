"""Units of measurement as people print them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factreport.figures.exact import Fraction
from factreport.figures.phrases import Phrases, words

if TYPE_CHECKING:
    from factreport.figures.tokens import Tokens

_ANY_CASE = """
    s: second seconds sec secs
    min: minute minutes min mins
    h: hour hours hr hrs
    d: day days working-days business-days trading-days calendar-days consecutive-days straight-days
        working-day business-day trading-day calendar-day day-old day-olds days-old
    wk: week weeks wk wks week-old week-olds weeks-old
    mo: month months mth mths consecutive-months straight-months calendar-months
        month-old month-olds months-old months-of-age
    yr: year years yr yrs financial-years calendar-years consecutive-years straight-years fiscal-years
        year-old year-olds years-old years-of-age yr-old yr-olds yrs-old
    decade: decade decades
    century: century centuries
    ms: millisecond milliseconds
    ns: nanosecond nanoseconds
    fortnight: fortnight fortnights
    km: kilometre kilometres kilometer kilometers km kms
    m: metre metres meter meters
    cm: centimetre centimetres centimeter centimeters cm cms
    mm: millimetre millimetres millimeter millimeters
    µm: micrometre micrometres micrometer micrometers micron microns μm µm um
    nm: nanometre nanometres nanometer nanometers nm
    mi: mile miles
    yd: yard yards yd yds
    ft: foot feet ft
    in: inch inches
    nmi: nautical-mile nautical-miles nmi
    fathom: fathom fathoms
    furlong: furlong furlongs
    ly: light-year light-years lightyears
    m2: square-metre square-metres square-meter square-meters sq-m sq-metres sq-meters sqm m² sq-.-m sq-.-metres
        sq-.-meters
    km2: square-kilometre square-kilometres square-kilometer square-kilometers sq-km sq-kilometres sqkm km² sq-.-km
        square-km km-sq
    cm2: square-centimetre square-centimetres square-centimeters sq-cm cm²
    ft2: square-foot square-feet sq-ft sq-feet sq-foot sqft ft² sq-.-ft sq-.-feet
    mi2: square-mile square-miles sq-mi sq-miles mi² sq-.-mi sq-.-miles
    in2: square-inch square-inches
    yd2: square-yard square-yards
    ha: hectare hectares ha
    dunam: dunam dunams
    l: litre litres liter liters
    ml: millilitre millilitres milliliter milliliters ml
    cl: centilitre centilitres cl
    dl: decilitre decilitres deciliter deciliters dl
    hl: hectolitre hectolitres hectoliters
    kl: kilolitre kilolitres kiloliter kiloliters
    Ml: megalitre megalitres megaliter megaliters
    Gl: gigalitre gigalitres gigaliter gigaliters
    m3: cubic-metre cubic-metres cubic-meter cubic-meters cu-m m³ cu-.-m
    km3: cubic-kilometres cubic-kilometers km³
    cm3: cubic-centimetre cubic-centimetres cubic-centimeters cm³
    ft3: cubic-foot cubic-feet cu-ft ft³ cu-.-ft
    yd3: cubic-yard cubic-yards cu-yd cu-yds
    in3: cubic-inch cubic-inches cu-in
    mi3: cubic-mile cubic-miles
    m3/s: cubic-metres-per-second cubic-meters-per-second cubic-metres-a-second cubic-meters-a-second cumec cumecs
    ft3/s: cubic-feet-per-second cubic-feet-a-second cusec cusecs cfs
    gal: gallon gallons gal
    US gal: us-gallon us-gallons u.s.-gallons
    imp gal: imperial-gallon imperial-gallons uk-gallons
    fl oz: fluid-ounce fluid-ounces fl-oz fl-.-oz
    pt: pint pints
    qt: quart quarts
    bu: bushel bushels
    bbl: barrel barrels bbl bbls bpd barrels-of-oil barrels-per-day b/d bbl/d
    boe: barrels-of-oil-equivalent boe boepd boe/d
    t: tonne tonnes ton tons metric-ton metric-tons metric-tonnes tonnage
    short ton: short-ton short-tons
    long ton: long-ton long-tons
    kg: kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
    g: gram grams gramme grammes
    mg: milligram milligrams mg
    ng: nanogram nanograms ng
    µg: microgram micrograms μg µg mcg
    lb: lb lbs pounds-of-thrust
    lb ft: lb-ft lbft pound-foot pound-feet ft-lb ft-lbs
    oz: ounce ounces oz
    ozt: troy-ounce troy-ounces troy-oz ounces-of-gold ounces-of-silver ounces-of-platinum ounces-of-palladium
        ounce-of-gold ounce-of-silver ounces-of-fine-gold
    st: stones
    kt: kilotonne kilotonnes kiloton kilotons
    Mt: megatonne megatonnes megaton megatons mtpa
    Gt: gigatonne gigatonnes gigaton gigatons
    ct: carat carats
    J: joule joules
    kJ: kilojoule kilojoules
    MJ: megajoule megajoules
    GJ: gigajoule gigajoules
    kcal: kilocalorie kilocalories kcal calorie calories
    therm: therm therms
    hp: horsepower hp bhp
    V: volt volts
    kV: kilovolt kilovolts
    A: ampere amperes amp amps
    mAh: mah milliamp-hours
    Btu: btu btus british-thermal-units
    N: newton newtons
    Pa: pascal pascals
    psi: psi pounds-per-square-inch
    mbar: millibar millibars mbar
    atm: atmospheres
    mmHg: mmhg
    inHg: inhg
    Ω: ohm ohms
    mph: mph miles-per-hour miles-an-hour mile-per-hour mile-an-hour mi/h
    km/h: kph kmh kmph km/h kilometres-per-hour kilometers-per-hour kilometres-an-hour kilometers-an-hour
        km-per-hour km-an-hour kilometre-per-hour kilometer-per-hour kilometre-an-hour kilometer-an-hour
    kn: knot knots kts nautical-miles-per-hour nautical-miles-an-hour
    m/s: metres-per-second meters-per-second metres-a-second meters-a-second m/s
    °: degree degrees °
    °C: °c ºc ℃ degrees-celsius degree-celsius degrees-centigrade degrees-c celsius centigrade °-c º-c deg-c deg-.-c
    °F: °f ºf ℉ degrees-fahrenheit degree-fahrenheit degrees-f fahrenheit °-f º-f deg-f deg-.-f
    K: kelvin kelvins degrees-kelvin degree-kelvin
    dB: decibel decibels db
    rpm: rpm
    B: byte bytes
    kB: kilobyte kilobytes kb
    MB: megabyte megabytes
    GB: gigabyte gigabytes gb
    TB: terabyte terabytes tb
    PB: petabyte petabytes pb
    EB: exabyte exabytes
    kbps: kbps
    Mbps: mbps megabits-per-second mbit/s megabits-a-second
    Gbps: gbps gigabits-per-second gbit/s gigabits-a-second
    Tbps: tbps terabits-per-second
    MP: megapixel megapixels
    TEU: teu teus
    acre: acre acres
    acre-foot: acre-foot acre-feet acre-ft
    Mtoe: mtoe
    mSv: msv millisievert millisieverts
    Sv: sievert sieverts
    µSv: microsievert microsieverts
    Bq: becquerel becquerels bq
    mpg: mpg miles-per-gallon miles-to-the-gallon
    l/100km: l/100-km litres-per-100-km liters-per-100-km litres/100-km
    lm: lumen lumens
    lx: lux
"""
"""Unit, and its spellings in any case of letters; `-` stands between the words of one spelling."""

_EXACT_CASE = """
    m: m
    g: g
    l: l L
    t: t
    h: h
    mm: mm
    W: W
    kW: kW KW kWp kw
    MW: MW MWp MWe mw
    GW: GW GWp GWe gw
    TW: TW tw
    mW: mW
    Ml: ML Ml
    Gl: GL Gl
    MB: MB
    PS: PS
    rai: rai
    Wh: Wh
    kWh: kWh KWh kwh KWH
    MWh: MWh Mwh mwh
    GWh: GWh Gwh gwh
    TWh: TWh twh
    Hz: Hz
    kHz: kHz
    MHz: MHz mhz
    GHz: GHz ghz
    THz: THz
    V: V
    kV: kV
    J: J
    kJ: kJ
    MJ: MJ
    GJ: GJ
    TJ: TJ
    PJ: PJ
    EJ: EJ
    kt: kt
    Mt: Mt
    Gt: Gt
    mmBtu: mmBtu mmbtu MMBtu
    Nm: Nm
    hPa: hPa
    kPa: kPa
    MPa: MPa
    ct: ct
    st: st
    dwt: dwt
    cm3: cc
    °C: C
    °F: F
    mi: mi
    pt: pt
    hp: bhp
    GT: GT
    Mbit: Mb
    Gbit: Gb
    µm: µm
"""
"""Unit, and its abbreviations whose letters must be exactly these."""

_STEMS = {"W": "watt watts", "Wh": "watt-hour watt-hours watthour watthours", "Hz": "hertz", "bit": "bit bits"}
_PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera"}

_MULTIPLES = {
    "bcm": ("m3", 10**9), "bcma": ("m3", 10**9), "bcf": ("ft3", 10**9), "tcf": ("ft3", 10**12),
    "mmscfd": ("ft3", 10**6), "mb / d": ("bbl", 10**6), "mbpd": ("bbl", 10**6), "mmbpd": ("bbl", 10**6),
    "mbd": ("bbl", 10**6), "mmbbl": ("bbl", 10**6), "kb / d": ("bbl", 1000), "kbpd": ("bbl", 1000),
    "kboed": ("boe", 1000), "mmboe": ("boe", 10**6),
}  # fmt: skip
"""Abbreviations, in lower case, that hold a scale and a unit ("120 bcm" is so many billion cubic metres)."""

CARBON = {"tCO": "t", "ktCO": "kt", "MtCO": "Mt", "MTCO": "Mt", "GtCO": "Gt", "tC": "t", "MtC": "Mt", "GtC": "Gt"}
"""Tonnes as they stand before the 2 of carbon dioxide ("400 MtCO2e"), or of carbon."""

JOINED_ONLY = words("C F h st ct V W J L pt GT")
"""Abbreviations that must touch the number ("40C"); apart, they are words, grades or initials."""


def _table(listing: str) -> dict[str, str]:
    """Return the unit of each spelling; a line that starts with more blanks than the first goes on with its unit."""
    table: dict[str, str] = {}
    unit = ""
    for line in listing.strip("\n").splitlines():
        head, colon, rest = line.partition(": ")
        if colon:
            unit, line = head.strip(), rest  # noqa: PLW2901
        table |= dict.fromkeys(line.split(), unit)
    return table


def _spaced(spelling: str) -> str:
    return " ".join(spelling.replace("/", "-/-").replace("-", " ").split())


@cache
def spelled() -> Phrases[str]:
    """Return the units by spellings in any case of letters."""
    table = {_spaced(spelling): unit for spelling, unit in _table(_ANY_CASE).items()}
    for stem, spellings in _STEMS.items():
        for spelling in spellings.split():
            table[_spaced(spelling)] = stem
            table |= {_spaced(name + spelling): letter + stem for letter, name in _PREFIXES.items()}
    return Phrases(table)


@cache
def multiples() -> Phrases[tuple[str, Fraction]]:
    """Return the abbreviations that hold a scale: the unit and how many of it one is."""
    return Phrases({words: (unit, Fraction(part)) for words, (unit, part) in _MULTIPLES.items()})


@cache
def abbreviated() -> dict[str, str]:
    """Return the units by abbreviations in their exact letters."""
    return _table(_EXACT_CASE)


def unit_at(tokens: Tokens, index: int) -> str:
    """Return the unit whose spelling starts at the token; empty for none."""
    found = spelled().after(tokens, index)
    return abbreviated().get(tokens.raws[index]) or (found[0] if found else "")
