"""Markdown as editors write it: what it becomes, and what it may not become."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_core import inline
from markupsafe import Markup, escape

from factreport.pages.markdown import LEADS, Leads, parser, render_inline, render_markdown
from factreport.pages.plain_blocks import plain_blocks
from factreport.pages.plain_text import LINES_WITHOUT_MARKS, WITHOUT_MARKS
from factreport.pages.simple_marks import SIMPLE
from factreport.reading.anchors import identity_of


class Known:
    """References of a page that cites one source and has one claim."""

    def marker(self, source: str, figure: str) -> Markup | None:
        return Markup("<b>[{}/{}]</b>").format(source, figure) if source == "computing" else None

    def internal(self, kind: str, slug: str) -> str | None:
        return f"../../{kind}s/{slug}/" if slug == "chips" else None


CASES = [
    ("[@computing:chips]", "<b>[computing/chips]</b>"),
    ("[@computing]", "<b>[computing/]</b>"),
    ("[@computing:overseas.budget]", "<b>[computing/overseas.budget]</b>"),
    ("[@nobody:chips]", "[@nobody:chips]"),
    ("[@ computing]", "[@ computing]"),
    ("`[@computing]`", "<code>[@computing]</code>"),
    ("[the chips](claim:chips)", '<a href="../../claims/chips/">the chips</a>'),
    ("[him](source:chips)", '<a href="../../sources/chips/">him</a>'),
    ("[lost](claim:nowhere)", "<span>lost</span>"),
    ("[out](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">out</a>'),
    ("[down](#below)", '<a href="#below">down</a>'),
    ("[file](data:text/html,x)", "[file](data:text/html,x)"),
    ("[odd](ftp://example.org)", "<span>odd</span>"),
    ("<b>raw</b>", "&lt;b&gt;raw&lt;/b&gt;"),
    ("5 < 6 & 7", "5 &lt; 6 &amp; 7"),
    ("~~gone~~ *new*", "<s>gone</s> <em>new</em>"),
]


@pytest.mark.parametrize(("text", "html"), CASES, ids=[text for text, _html in CASES])
def test_inline(text: str, html: str) -> None:
    assert render_inline(text, Known()) == html


pieces = st.one_of(
    st.text(max_size=6), st.sampled_from([*(text for text, _html in CASES), " ", '"', "'", ">", "&", "|"])
)


plain = parser.__wrapped__()
"""The parser with none of the quick ways."""
plain.core.ruler.at("inline", inline)
plain.normalizeLink = normalizeLink  # type: ignore[method-assign]


@given(st.lists(pieces).map("".join))
def test_a_line_without_marks_is_what_the_parser_gives(text: str) -> None:
    assert render_inline(text, Known()) == plain.renderInline(text, {LEADS: Leads(Known())})
    assert parser().render(text, {LEADS: Leads(Known())}) == plain.render(text, {LEADS: Leads(Known())})


MARKED = (
    *("*", "**", "***", "`", "``", "[", "]", "](", "(", ")", "[@computing]", "[@", "&", "&amp;", "&amp", "\n", "  \n"),
    *("*a*", "**a b**", "*“a”*", "`a*b*`", "` a `", "[a b](claim:chips)", "[a](x)", "[a](https://é.example/?a=1&b=2)"),
    *(
        "[a](javascript:_b_)",
        "[a](File:_x_)",
        "[a](datas:x)",
        "[a](#b)",
        "[a](<b>)",
        "[@a](b)",
        "[a](b%20c)",
        "[a](HTTP://EXAMPLE.ORG/%zz)",
        "[a](//b)",
    ),
    *("a", "é", "1", " ", "\u00a0", "\t", ".", ",", "“", "”", "—", "$", "£", "_", "\\", "<", "^", "!", "\u200b", "ß"),
)


@given(st.lists(st.sampled_from(MARKED), max_size=9).map("".join))
@example("a *b* **c** `d` [e](claim:chips) [f](https://example.org/?a&b=c) g & h")
@example("(*a*) “**b**” — *c*, *d*: `e`; [f](x)")
@example("*a*b* *c **d*** **e**f** *g* *h ** i*")
def test_simple_marks_are_what_the_parser_gives(text: str) -> None:
    line = text.strip()
    assert render_inline(line, Known()) == plain.renderInline(line, {LEADS: Leads(Known())})


def test_marks_as_editors_write_them_are_simple() -> None:
    text = "*a b*: **c**, “*d*” (see [the e](claim:e), [f](https://example.org/g?h=i&j=k_l#m)) and `n*[o` & p [@q:r]."
    assert SIMPLE.fullmatch(text)
    assert WITHOUT_MARKS.fullmatch("a b [@q:r], c [@q].")
    assert LINES_WITHOUT_MARKS.fullmatch("a b [@q:r]\nc [@q].")
    assert not any(map(SIMPLE.fullmatch, ("a*b*", "*a*b", "**a*", "[a][b]", '[a](b "c")', "`a", "a_b_", "<a>", "&lt;")))


BEGINNINGS = (
    *(
        "",
        " ",
        "   ",
        "    ",
        "\t",
        "- ",
        "- - ",
        "+ ",
        "* ",
        "1. ",
        "2) ",
        "> ",
        ">",
        "# ",
        "#",
        "|",
        "a | b",
        "|-",
        ":--",
    ),
    *(
        "---",
        "===",
        "```",
        "[^1]: ",
        "[a]: b",
        "[a]",
        "A",
        "ß",
        "一",
        "é",
        "_",
        "&",
        "<b>",
        "\\",
        "*a*",
        "\u2028",
        "(",
        "2",
    ),
)
ENDINGS = (
    "",
    "word",
    "b | c",
    "[a] x",
    "é  ",
    "#",
    "**b** [@computing]",
    "`c`",
    "|",
    "~~d~~\u00a0",
    "[l](claim:chips)",
)
lines = st.builds("{}{}{}".format, *(st.sampled_from(each) for each in (BEGINNINGS, BEGINNINGS, ENDINGS)))
words = st.builds(
    "{}{}".format,
    st.sampled_from(("A", "2", "**b**", "“", "(", "`c` ", "$", "[@computing] ")),
    st.sampled_from(ENDINGS),
)
plain_lines = st.one_of(
    *(words.map(f"{marker}{{}}".format) for marker in ("", "- ", "1. ", "2. ", "> ", "# ", "### ")),
    st.tuples(words, words).map("|".join).map("| {} |".format),
    st.sampled_from(["|---|:-:|", "| -: |:--|"]),
)
texts = st.builds(
    lambda each, ends: "".join(f"{line}{end}" for line, end in zip(each, ends, strict=False)),
    st.one_of(st.lists(plain_lines, max_size=8), st.lists(lines, max_size=8)),
    st.lists(st.sampled_from(["\n", "\n", "\n\n", "\n \n"]), min_size=8, max_size=8),
)


@given(texts)
@example("a\n- b\nc\n  d\n> e\nf\n\n> g\nh\n    i\nj\n===")
@example("a  \nb\n\n- c \n- d\n\nA\n\n1. e\n2. **f** g\n\n> h\n> i\n\n| j | k |\n|:-|-:|\n| [x](#y) | `l` |\n\nm")
def test_plain_blocks_are_what_the_parser_gives(text: str) -> None:
    if plain_blocks(text) is not None:
        by_parser = render_markdown(text, Known(), resolve=lambda address: address)
        assert render_markdown(text, Known()) == by_parser


def test_texts_as_editors_write_them_are_plain() -> None:
    lists = "- a\n- b\n\nText\n\n1. a\n2. b\n\n> a\n> b"
    text = f"One **bold**\ntwo.\n\n## Head\n\n{lists}\n\n| a | b |\n|---|--:|\n| c | d |\n"
    assert plain_blocks(text)
    assert not any(
        map(plain_blocks, ("a\n\n    b", "a\n---", "- a\n\n- b", "[a]: b", "a[^1]", "<b>\n", "- a\n  b", "```"))
    )


@pytest.mark.parametrize("text", ["[x](javascript:alert(1))", "<script>alert(1)</script>", '![x](x"onerror="alert(1))'])
def test_nothing_runs(text: str) -> None:
    html = render_inline(text, Known())
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert ' onerror="' not in html


@pytest.mark.parametrize("more", ["", "\n\n```text\nFor the parser.\n```\n"])
@pytest.mark.parametrize("words", ["down", "*down* to `it`"])
def test_a_link_to_a_heading_of_the_text_leads_to_its_id_on_the_page(words: str, more: str) -> None:
    text = f"[{words}](#ende-und-schluss) [there](#differences)\n\n## Ende und Schluß!{more}"
    html = render_markdown(text, Known(), prefix="why-").html
    assert 'id="why-ende-und-schluss"' in html
    assert '<a href="#why-ende-und-schluss">' in html
    assert '<a href="#differences">there</a>' in html


def test_headings_begin_below_the_page_s_own_and_none_is_skipped() -> None:
    rendered = render_markdown("# One\n\n### Three\n\n# Again", Known(), top_level=3, prefix="why-")
    assert [(one.level, one.identity) for one in rendered.headings] == [
        (3, "why-one"),
        (4, "why-three"),
        (3, "why-again"),
    ]
    assert (
        '<h3 id="why-one">One <a class="permalink" href="#why-one" aria-label="Link to “One”">#</a></h3>'
        in rendered.html
    )


def test_equal_headings_have_ids_of_their_own() -> None:
    rendered = render_markdown("## A\n\n## A\n\n## A", Known())
    assert [one.identity for one in rendered.headings] == ["a", "a-2", "a-3"]


def test_a_title_is_taken_off_only_where_it_leads() -> None:
    assert render_markdown("# Title\n\nText", Known(), take_title=True).first_heading == "Title"
    assert render_markdown("Text\n\n# Late", Known(), take_title=True).first_heading == ""
    assert "Title" not in render_markdown("# Title\n\nText", Known(), take_title=True).html


def test_tables_can_be_scrolled_by_keyboard() -> None:
    html = render_markdown("| a |\n|---|\n| 1 |", Known()).html
    assert html.startswith('<div class="scroll" role="region" tabindex="0" aria-label=')


def test_footnotes_are_rendered() -> None:
    assert 'id="fn1"' in render_markdown("A[^1]\n\n[^1]: note", Known()).html


def test_a_heading_s_words_are_escaped_in_its_link() -> None:
    html = render_markdown('## "><img src=x>', Known()).html
    assert "<img" not in html


@pytest.mark.parametrize(
    ("words", "identity"), [("Why “by 2025”?", "why-by-2025"), ("Über €5", "uber-5"), ("…", "section")]
)
def test_ids_are_made_from_words(words: str, identity: str) -> None:
    assert identity_of(words) == identity
    assert escape(identity) == identity
