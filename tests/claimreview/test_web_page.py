"""Pages read by large steps say what they say when they are read tag by tag."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.claimreview.simple_scan import simple_scan

from factreport.claimreview.values import Words, words
from factreport.claimreview.web_page import scan

PIECES = [
    *("<script type='application/ld+json'>", "<SCRIPT src=x>", "<script/type=application/ld&#43;json;x>", "<script"),
    *(
        "</script>",
        "</SCRIPT x>",
        "</script",
        "</\u017fcript>",
        "<\u017fcript>",
        "<scr\u0131pt>",
        "<script<x>",
        "<style>",
    ),
    *("</style>", "<title>", "</title >", "<textarea title=t>", "</textarea/>", "<iframe alt", "</iframe>", "<!--"),
    *("-->", "--", "->", "-", "<!-->", "<![CDATA[", "<!doctype html>", "<?x", "<![<", "</", "</>", "</p title=no>"),
    *("<a href=", "<a>", "</a>", "</A x>", "<A TITLE=t href='u'>", "<abbr title='in full'>", "<a\n", "<a/", "<b>"),
    *("<link rel=canonical href=", "<lin\u212a rel='CANONICAL x' href=/k>", '<link href="/l" rel="can&#111;nical">'),
    *("<meta name=robots content=", "<meta name=Googlebot content='a,NONE'>", "noindex", "<html lang=en>", "<metal "),
    *("<meta http-equiv=refresh content='0;url=/to'>", "<meta http-equiv=Refresh content=0>", "<x alt='' ALT=b>"),
    *(" alt=", " title ", " datetime = ", "aria-label='said'", " titles=x", "\ttitle\n=\n'two lines'", "alt/", "=alt"),
    *('"', "'", "<", ">", "/", "=", " ", "\n", "\x00", "\xa0", "\x1c", "x", "word", "\u00e9", "\u0301", "\u1100\u1161"),
    *("&amp;", "&amp", "&#1;", "&lt;a>", "&", f"&#{'9' * 5000};", "\ufb01", "_", "1"),
]
PAGES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=400)
@given(PAGES)
@example("<!-- <script type=application/ld+json>1</script> --><script type=application/ld+json>2<!-- <script></script>")
@example("<p title='<script type=application/ld+json>'>1</p><textarea><script type=application/ld+json></textarea>2")
@example("<title><link rel=canonical href=a></title><link rel=canonical href=b><link rel=canonical href=c>")
def test_by_large_steps_as_by_small_ones(source: str) -> None:
    expected, page = simple_scan(source), scan(source)
    assert [(script.text, script.offset) for script in page.scripts] == expected.scripts
    assert page.canonical == expected.canonical
    assert page.is_noindex == expected.is_noindex
    assert page.redirects_to == expected.redirects_to
    assert page.text == " ".join(expected.texts)
    assert [(link.address, link.text) for link in page.links()] == expected.links
    assert page.words.all() == words(" ".join(expected.texts))


@given(
    st.lists(st.text(st.sampled_from("ab \u0301\u00e9.\ufb01"), max_size=3), max_size=12),
    st.lists(st.sampled_from(["a", "b", "ab", "fi"]), max_size=3).map(tuple),
    st.integers(0, 12),
    st.sampled_from([1, 2]),
)
def test_words_are_read_no_further_than_asked_and_say_the_same(
    pieces: list[str], part: tuple[str, ...], number: int, times: int
) -> None:
    there = words(" ".join(pieces))
    asked = Words(pieces, read_at_once=1)
    for _ in range(times):
        assert asked.number_at_least(number) == (len(there) >= number)
        assert asked.say(part) == (bool(part) and f" {' '.join(part)} " in f" {' '.join(there)} ")
        assert asked.all() == there


def test_the_end_of_a_page_is_not_read_for_what_its_head_says() -> None:
    pieces = iter(["one two three", "four " * 1000, "never read"])
    asked = Words(pieces)
    assert asked.say(("two", "three"))
    assert asked.number_at_least(30)
    assert next(pieces) == "never read"
