"""The words that generated claims, sources and stories are put together from. All names in them are invented."""

from __future__ import annotations

COMPANIES = (
    "Alderbrook Rail", "Bexley Marine", "Calder Optics", "Dunmore Steel", "Eastwick Power", "Farrow & Sons",
    "Glenmoor Water", "Harlan Chips", "Inverleith Foods", "Juniper Freight", "Kestrel Air", "Lomond Batteries",
    "Marlow Textiles", "Northgate Homes", "Orrin Software", "Penrose Dairy", "Quayside Ports", "Ravensworth Glass",
    "Selby Motors", "Tarn Hydrogen", "Ullswater Data", "Verity Health", "Wharfe Telecom", "Yarrow Timber",
)  # fmt: skip
PLACES = (
    "the northern valley", "the old harbour", "the capital", "the border region", "the eastern islands",
    "the lake district", "the coastal plain", "the mining towns", "the university quarter", "the southern suburbs",
    "the river delta",
)  # fmt: skip
OBJECTS = (
    "a new tunnel", "battery plants", "data centres", "a desalination plant", "hospital wards", "housing for staff",
    "a container terminal", "grid connections", "a chip factory", "electric buses", "flood defences",
    "a research campus",
)  # fmt: skip
PEOPLE = ("Ines Okafor", "Tomás Lindqvist", "Mira Haddad", "Jonas Feld", "Aiko Brandt", "Zoë O’Neill", "Léa Novák")
OFFICES = ("transport minister", "mayor", "head of the regulator", "chief executive", "union leader")
PUBLISHERS = (
    "Northern Ledger", "Harbour Times", "Valley Wire", "The Evening Record", "Capital & Coast", "Market Gazette",
    "Delta Post", "Island Courier", "Trade Monitor", "The Plain Dealer’s Digest", "Public Accounts Office", "Kanal Süd",
    "Mercado Diário",
)  # fmt: skip
TOPICS = tuple(
    f"{field}-{side}"
    for field in (
        "rail",
        "energy",
        "housing",
        "health",
        "water",
        "chips",
        "ports",
        "schools",
        "farming",
        "aviation",
        "data",
    )
    for side in ("budgets", "contracts", "jobs", "policy")
)
VERDICTS = ("supported", "partly-supported", "disputed", "not-supported", "contradicted", "cannot-be-settled")
REPORTING = ("repeated-right", "mostly-right", "differs", "changed", "one-report")
PARTS = ("headline", "subheading", "summary", "caption", "body", "body", "body", "address")
PHRASES = ("a binding offer", "a firm promise", "an early plan", "a letter of intent", "a signed contract")
HOSTILE = (
    '<script>alert("1")</script>', "Fish & Chips “Ltd”", "{{ page.title }} {% raw %}",
    "\u05e9\u05dc\u05d5\u05dd \u200f(left)", "🚄🔋 ½", "&lt;b&gt; &amp;amp;", "' onmouseover='x",
    "\u2066\u0645\u0631\u062d\u0628\u0627\u2069 text", "a \\ b | c * d _ e", "<!-- not a comment -->",
)  # fmt: skip
"""Markup, template marks, both directions of writing, characters outside the basic plane."""

SENTENCES = (
    "The sum stands in the announcement of {company}, and every report that we found goes back to it.",
    "Nobody but {company} has seen the budget, so the reports share one origin, however many there are.",
    "The amount was given in the local currency; everything in other currencies is a conversion.",
    "Where an outlet prints its own conversion, we hold it against the reference rate of the day on which it wrote.",
    "A rounded number is not a wrong number: it allows a range, and the range is what we compare.",
    "“About” and “over” are not the same word, and readers act on the difference.",
    "The project in {place} was first named two years earlier, under another company’s flag.",
    "The regulator’s file has the same figure, with the note that taxes are left out.",
    "We asked the press office for the contract and got a link to the announcement.",
    "Several outlets took the figure from an agency and changed the word before it.",
    "The money is spread over several years, which most headlines leave out.",
    "The difference between the two figures is larger than rounding can explain.",
    "An archived copy of the page has the older figure; the present page has the newer one, without a note.",
    "The table in the annex adds up only if the subsidy is counted as part of the investment.",
    "Later reports repeat the smaller figure and drop the currency, which makes it look like dollars.",
    "What the company says about jobs concerns the building phase, not the years of running.",
    "The rate that the outlet prints fits the week before, so it may have copied an older conversion.",
    "Both texts credit the same two people, who are not named and whose closeness to the plan is not described.",
    "The headline says more than the text under it: the text has a condition, the headline has none.",
    "We could not find out which of the two came first, since neither page shows the time.",
)
QUOTED = (
    "{company} will spend {amount} on {object} in {place}",
    "the plan sets aside {amount} for {object} in {place}",
    "{company} confirmed that {object} in {place} would cost {amount}",
    "people familiar with the plan put the cost at {amount}, according to the announcement of {company}",
    "an investment of {amount} by {company} brings {object} to {place}",
)
"""Sentences with one amount, fewer than 20 words, and nothing else that is read as a figure."""
