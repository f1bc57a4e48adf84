"""Pictures for links: the same bytes everywhere, nothing cut off, no empty boxes, and announced only where they are."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image
from tests.pages.sites import PROJECT, ROOT, Document, own_report, settings, site

from factreport.assembly import with_exports
from factreport.exports.link_preview import HEIGHT, NAME, WIDTH, picture_address
from factreport.exports.picture import draw as picture
from factreport.exports.picture import parts
from factreport.exports.picture.characters import as_drawn, characters
from factreport.exports.picture.draw import Words, draw
from factreport.exports.picture.parts import COLUMN, LOOKS, MARGIN
from factreport.exports.picture.signs import look_sign
from factreport.exports.picture.strip import strip_of
from factreport.exports.picture.typeface import Face, Type, _font
from factreport.model.claim import Retirement
from factreport.model.scale import Look
from factreport.pages import claim as claim_page
from factreport.pages.page import Plan
from factreport.pages.site import render
from factreport.settings import Extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.report.records import ClaimReport
    from factreport.settings import Settings

CLAIMS = tuple(report.claim.slug for report in own_report().claims)
SOME = "china-chips"
FRESH = f"""
import hashlib
from factreport.exports.picture.draw import draw
from tests.pages.sites import own_report, settings
print(hashlib.sha256(draw(own_report().claim_by_slug["{SOME}"], settings())).hexdigest())
"""
LONG = "The ministry told several reporters that the programme had cost 4.8 billion euros and more, " * 9


def own(slug: str = SOME) -> ClaimReport:
    return own_report().claim_by_slug[slug]


def saying(claim: str = "A claim", answer: str = "An answer.") -> ClaimReport:
    return replace(own(), claim=replace(own().claim, claim=claim, answer=answer))


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=["PNG"])


def page(report: ClaimReport, using: Settings) -> Document:
    made = with_exports(replace(site(), settings=using))
    return Document(report.address, render(made, claim_page.PAGE_TYPE, Plan(report.address, report)).text)


def chunks(content: bytes) -> Iterator[bytes]:
    """Give the names of a PNG's chunks, each after its length, before its data and a checksum."""
    at = 8
    while at < len(content):
        yield content[at + 4 : at + 8]
        at += 12 + int.from_bytes(content[at : at + 4])


@pytest.mark.parametrize("slug", CLAIMS)
def test_picture_of_each_claim_is_small_and_of_the_size_that_is_announced(slug: str) -> None:
    content = draw(own(slug), settings())
    with opened(content) as image:
        assert (image.size, image.mode) == ((WIDTH, HEIGHT), "P")
    assert len(content) < 30_000


def test_file_holds_pixels_and_nothing_of_when_or_where_it_was_made() -> None:
    assert set(chunks(draw(own(), settings()))) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_same_claim_gives_the_same_bytes_here_and_in_another_process() -> None:
    first, second = (hashlib.sha256(draw(own(), settings())).hexdigest() for _ in range(2))
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(PROJECT)}
    run = subprocess.run(
        [sys.executable, "-c", FRESH], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    assert first == second == run.stdout.strip()


def test_a_picture_does_not_depend_on_those_that_were_drawn_before() -> None:
    other = replace(settings(), site_name="Another site")
    pictures = [(draw(own(slug), using), slug, using) for using in (settings(), other) for slug in CLAIMS]
    parts.head.cache_clear()
    parts.badge.cache_clear()
    for content, slug, using in reversed(pictures):
        assert draw(own(slug), using) == content
    assert len({content for content, _slug, _using in pictures}) == 2 * len(CLAIMS)


@pytest.mark.parametrize("slug", CLAIMS)
def test_fonts_have_every_character_of_our_own_claims(slug: str) -> None:
    report = own(slug)
    for text in (report.claim.claim, report.claim.answer, report.verdict.word, report.provenance.count.sentence):
        assert as_drawn(text) == text


@pytest.mark.parametrize("face", Face)
def test_every_listed_character_is_drawn_and_not_as_the_box_for_missing_ones(face: Face) -> None:
    font = _font(face, 8)
    box = bytes(font.getmask("\N{CJK UNIFIED IDEOGRAPH-5B57}"))
    assert any(box)
    assert not [character for character in characters() if bytes(font.getmask(character)) == box]


@given(title=st.text(max_size=400), answer=st.text(max_size=400), long=st.booleans())
def test_no_line_is_wider_than_the_column_and_no_line_stands_below_the_edge(
    title: str, answer: str, *, long: bool
) -> None:
    words = Words("Site", as_drawn(title) or "x" * 9, "Verdict", as_drawn(answer) + (LONG if long else ""), "Checked")
    layout = picture._layout(words, None)
    assert layout.spare >= 0
    assert all(layout.title_type.fits(line, COLUMN) for line in layout.title)
    assert all(layout.answer_type.fits(line, COLUMN) for line in layout.answer)


def test_margins_stay_empty_and_a_text_that_is_cut_ends_at_a_word() -> None:
    with opened(draw(saying(LONG, LONG), replace(settings(), site_name=LONG))) as image:
        right = image.crop((WIDTH - MARGIN + 4, 0, WIDTH, HEIGHT))
        assert all(len(right.crop((0, y, right.width, y + 1)).getcolors() or ()) == 1 for y in range(HEIGHT))
        assert len(image.crop((100, HEIGHT - 12, WIDTH, HEIGHT)).getcolors() or ()) == 1
    title = picture._layout(picture._words(saying(LONG), settings()), None).title
    assert title[-1].endswith("…")
    assert " ".join(title)[:-1] in LONG
    assert LONG.split(" ".join(title)[:-1])[1][0] in " ,"


def test_number_stays_with_the_word_that_follows_it() -> None:
    lines = Type(Face.TITLE, 64).balanced("ByteDance's $12 billion is for AI chips", COLUMN)
    assert any("$12 billion" in line for line in lines)


def test_word_that_fits_a_line_is_not_broken_to_make_lines_alike() -> None:
    word = "Elektrizitätswerkbetriebsgesellschaft"
    type_ = Type(Face.TITLE, 40)
    assert type_.fits(word, COLUMN)
    assert word in " ".join(type_.balanced(f"Die {word} baut noch ein Werk", COLUMN))


@given(st.text("abc 1", max_size=120))
def test_balanced_lines_hold_the_same_text_in_as_many_lines(text: str) -> None:
    type_ = Type(Face.TITLE, 64)
    whole = as_drawn(text)
    balanced = type_.balanced(whole, COLUMN)
    assert "".join(balanced).replace(" ", "") == whole.replace(" ", "")
    assert len(balanced) <= len(type_.lines(whole, COLUMN))


def test_picture_has_the_colours_of_the_pages() -> None:
    styles = (PROJECT / "templates/css/site.css").read_text(encoding="utf-8").partition("@media")[0]
    for look, (ink, tint) in LOOKS.items():
        assert f".look-{look} {{ --verdict-ink: {ink}; --verdict-tint: {tint}; }}" in styles
    for name, colour in {"paper": parts.PAPER, "ink": parts.TEXT, "muted": parts.MUTED}.items():
        assert f"--{name}: {colour};" in styles


def test_verdicts_differ_in_their_signs_and_not_by_colour_alone() -> None:
    assert len({look_sign(look, 36).tobytes() for look in Look}) == len(Look)


def test_strip_is_drawn_where_a_source_stands_apart_from_the_claim() -> None:
    strip = strip_of(own("jpmorgan-tower-cost"))
    assert strip is not None
    assert strip.claimed_text == "£9.9 billion"
    assert any(measure.range.precedes(strip.claimed.range) for _row, measure in strip.rows)
    assert strip_of(own("overseas")) is None


@pytest.mark.parametrize(
    "text", ["字节跳动", "إنفاق", "कार्यक्रम", "\N{GRINNING FACE}", "cafe\N{COMBINING LONG STROKE OVERLAY}"]
)
def test_text_that_the_fonts_cannot_write_is_left_out_whole(text: str) -> None:
    assert as_drawn(f"So {text}") == ""
    assert picture_address(saying(text, text), settings()) == ""
    with opened(draw(saying(claim=text), settings())) as image:
        assert image.size == (WIDTH, HEIGHT)


def test_text_is_written_with_single_blanks_and_composed_letters() -> None:
    assert (
        as_drawn("  Cafe\N{COMBINING ACUTE ACCENT}\n \N{RIGHT-TO-LEFT MARK}12\N{NO-BREAK SPACE}%")
        == "Café 12\N{NO-BREAK SPACE}%"
    )


def test_page_announces_the_picture_in_full() -> None:
    head = page(own(), settings()).text
    address = f"{ROOT}claims/{SOME}/{NAME}"
    for name, content in {"": address, ":type": "image/png", ":width": "1200", ":height": "630"}.items():
        assert f'<meta property="og:image{name}" content="{content}">' in head
    assert re.search(
        rf'property="og:image:alt" content="{re.escape(own().claim.claim)} – Cannot be settled yet\. Use', head
    )
    assert '<meta name="twitter:card" content="summary_large_image">' in head


@pytest.mark.parametrize(
    ("report", "using"),
    [
        (own(), settings(site_url="")),
        (own(), replace(settings(), leave_out=(Extra.LINK_PREVIEWS,))),
        (replace(own(), claim=replace(own().claim, retired=Retirement(date(2026, 11, 22), "Why."))), settings()),
    ],
    ids=["address not known", "not wanted", "withdrawn"],
)
def test_page_announces_no_picture_where_there_is_none(report: ClaimReport, using: Settings) -> None:
    head = page(report, using).text
    assert "og:image" not in head
    assert '<meta name="twitter:card" content="summary">' in head
