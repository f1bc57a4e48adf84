"""Markdown as editors write it: CommonMark with tables and footnotes, raw HTML off, citations, and links by slug.

`[@computing:chips]` becomes a citation marker and `[words](claim:slug)` a link; where they lead, the page decides.

Longer than other modules: what plain words and simple marks give without the parser has to be what the parser gives, so
both stand side by side.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape
from mdit_py_plugins.footnote import footnote_plugin
from msgspec import Struct

from factreport.language import gettext as _
from factreport.model.nouns import FOLDERS
from factreport.model.slugs import free_name
from factreport.pages.filling import trusted
from factreport.pages.links import is_safe
from factreport.pages.plain_blocks import heading_words, plain_blocks, write_block
from factreport.pages.plain_text import CITATION, are_unmarked, cited, read_plain_text_quickly
from factreport.pages.simple_marks import MARK, SIMPLE
from factreport.reading.anchors import identity_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

    from factreport.pages.plain_blocks import Block

DEEPEST = 6
LEADS = "factreport"
"""Key under which the parser's environment holds where all leads; `references` is its own."""


class References(Protocol):
    """Where the citations and links of one text lead."""

    def marker(self, source: str, figure: str) -> Markup | None:
        """Give the marker of the citation of `source` for `figure` (empty: its first); None if the page has none."""
        ...

    def internal(self, kind: str, slug: str) -> str | None:
        """Give the link to the claim, source or story; None if there is none."""
        ...


class Leads(Struct, frozen=True):
    """Where everything in one text leads."""

    references: References
    headings: Mapping[str, str] = {}
    """Ids on the page by what they are without the text's prefix: `[words](#by-2025)` leads to `#why-by-2025`."""


class Heading(Struct, frozen=True):
    """A heading of a text."""

    level: int
    """1 to 6, as rendered."""
    text: str
    identity: str
    """Its id on the page."""


class Rendered(Struct, frozen=True):
    """A text as HTML."""

    html: Markup
    headings: tuple[Heading, ...]
    """In the order of the text."""
    first_heading: str = ""
    """Text of the leading heading of level 1 that was taken off; empty where there was none."""


EMPTY = Rendered(Markup(""), ())


def render_markdown(
    text: str,
    references: References,
    *,
    top_level: int = 2,
    prefix: str = "",
    take_title: bool = False,
    resolve: Callable[[str], str] | None = None,
) -> Rendered:
    """Render Markdown to HTML whose highest heading is of `top_level`; ids of headings begin with `prefix`.

    With `take_title`, a first heading of level 1 is left out of the HTML and given back as `first_heading`. `resolve`
    gives the address that stands for a relative one in links and images, such as the file of another text.
    """
    blocks = plain_blocks(text) if resolve is None and not take_title else None
    if blocks is not None:
        return _render_blocks(blocks, references, top_level, prefix)
    env: dict[str, Any] = {}
    tokens = parser().parse(text, env)
    if resolve:
        _resolve_addresses(tokens, resolve)
    title = ""
    if take_title and tokens and tokens[0].tag == "h1":
        title, tokens = plain_text(tokens[1]), tokens[3:]
    headings = _arrange_headings(tokens, top_level, prefix)
    env[LEADS] = _leads(references, headings, prefix)
    html = parser().renderer.render(tokens, parser().options, env)
    return Rendered(Markup(html), headings, title)  # noqa: S704 - raw HTML is off and every token escapes its text


def _render_blocks(blocks: Sequence[Block], references: References, top_level: int, prefix: str) -> Rendered:
    """Render plain blocks; the same as the parser gives."""
    headings = _headings([(block.tag, block.words) for block in blocks if block.tag], top_level, prefix)
    waiting = iter(headings)
    leads = _leads(references, headings, prefix)
    inline, table = partial(_render_inline, leads=leads), (_render_table_open(), _render_table_close())
    pieces = [
        _heading(next(waiting), heading_words(block)) if block.tag else write_block(block, inline, table)
        for block in blocks
    ]
    return Rendered(trusted("".join(pieces)), headings)  # noqa: S704 - words are escaped, or rendered as lines


def _heading(heading: Heading, words: str) -> str:
    tag = f"h{heading.level}"
    return f'<{tag} id="{escapeHtml(heading.identity)}">{words}{_permalink(heading.identity, heading.text)}</{tag}>\n'


def render_inline(text: str, references: References) -> Markup:
    """Render one line of Markdown, or several, without a paragraph around it."""
    return _render_inline(text, Leads(references))


def _render_inline(text: str, leads: Leads) -> Markup:
    if are_unmarked(text):
        return _render_quickly(text, CITATION, leads)
    if SIMPLE.fullmatch(text):
        return _render_quickly(text, MARK, leads)
    return Markup(parser().renderInline(text, {LEADS: leads}))  # noqa: S704 - as above


def _leads(references: References, headings: Sequence[Heading], prefix: str) -> Leads:
    return Leads(references, {one.identity.removeprefix(prefix): one.identity for one in headings} if prefix else {})


@cache
def parser() -> MarkdownIt:
    """Give the one parser of the site."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])
    markdown.use(footnote_plugin)
    read_plain_text_quickly(markdown)
    markdown.inline.ruler.before("link", "citation", _read_citation)
    for name, rule in (
        ("citation", _render_citation),
        ("link_open", _render_link_open),
        ("link_close", _render_link_close),
        ("heading_close", _render_heading_close),
        ("table_open", _render_table_open),
        ("table_close", _render_table_close),
    ):
        markdown.add_render_rule(name, rule)
    return markdown


def plain_text(inline: Token) -> str:
    """Give the words of a heading or paragraph without marks."""
    return "".join(token.content for token in inline.children or () if token.type in ("text", "code_inline"))


def _resolve_addresses(tokens: list[Token], resolve: Callable[[str], str]) -> None:
    for child in (child for token in tokens for child in token.children or ()):
        for name in ("href", "src"):
            address = child.attrGet(name)
            if isinstance(address, str) and not urlsplit(address).scheme:
                child.attrSet(name, resolve(address))


def _read_citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of inline rules
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match[0]
        token.meta = cited(match)
    state.pos = match.end()
    return True


def _arrange_headings(tokens: list[Token], top_level: int, prefix: str) -> tuple[Heading, ...]:
    """Give the headings, and have their tokens say the same."""
    places = [place for place, token in enumerate(tokens) if token.type == "heading_open"]
    headings = _headings([(tokens[place].tag, plain_text(tokens[place + 1])) for place in places], top_level, prefix)
    for place, heading in zip(places, headings, strict=True):
        tag, meta = f"h{heading.level}", {"identity": heading.identity, "text": heading.text}
        tokens[place].tag = tag
        tokens[place].attrSet("id", heading.identity)
        tokens[place + 2] = tokens[place + 2].copy(tag=tag, meta=meta)
    return headings


def _headings(written: Sequence[tuple[str, str]], top_level: int, prefix: str) -> tuple[Heading, ...]:
    """Give headings of tags and texts, shifted so that none is above `top_level` and none is skipped, with ids."""
    tags = sorted({tag for tag, _text in written})
    levels = {tag: min(top_level + depth, DEEPEST) for depth, tag in enumerate(tags)}
    taken: dict[str, int] = {}
    return tuple(Heading(levels[tag], text, free_name(prefix + identity_of(text), taken)) for tag, text in written)


def _render_quickly(text: str, marks: re.Pattern[str], leads: Leads) -> Markup:
    """Render lines that hold nothing but text and such marks; the same as the parser gives."""
    pieces: list[str] = []
    position = 0
    for match in marks.finditer(text):
        pieces += (escapeHtml(text[position : match.start()]), _mark(match, leads))
        position = match.end()
    pieces.append(escapeHtml(text[position:]))
    return trusted("".join(pieces))  # noqa: S704 - words and addresses are escaped, only safe ones lead


def _mark(match: re.Match[str], leads: Leads) -> str:
    kind = match.lastgroup
    if kind is None:
        marker = leads.references.marker(match[1], match[2] or "")
        return match[0] if marker is None else marker
    if kind == "address":
        return _link(match["words"], match["address"], leads)
    return f"<{kind}>{escapeHtml(match[kind])}</{kind}>"


def _link(words: str, address: str, leads: Leads) -> str:
    target = _target(parser().normalizeLink(address), leads)
    return (
        f"<span>{escapeHtml(words)}</span>" if target is None else f'<a href="{escape(target)}">{escapeHtml(words)}</a>'
    )


def _render_citation(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: EnvType) -> str:
    token = tokens[index]
    leads: Leads = env[LEADS]
    marker = leads.references.marker(token.meta["source"], token.meta["figure"])
    return str(escape(token.content) if marker is None else marker)


def _render_link_open(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: EnvType) -> str:
    token = tokens[index]
    href = _target(str(token.attrGet("href") or ""), env[LEADS])
    if href is None:
        return "<span>"
    title = token.attrGet("title")
    return f'<a href="{escape(href)}"' + (f' title="{escape(title)}">' if title else ">")


def _render_link_close(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: EnvType) -> str:
    opening = next(token for place in range(index, -1, -1) if (token := tokens[place]).type == "link_open")
    return "</span>" if _target(str(opening.attrGet("href") or ""), env[LEADS]) is None else "</a>"


def _target(href: str, leads: Leads) -> str | None:
    """Give where a link leads; None where it may not lead anywhere."""
    if href.startswith("#"):
        return f"#{leads.headings.get(unquote(href[1:]), href[1:])}"
    kind, colon, slug = href.partition(":")
    if colon and kind in FOLDERS:
        return leads.references.internal(kind, slug)
    return href if not colon or is_safe(href) else None


def _render_heading_close(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _env: EnvType) -> str:
    token = tokens[index]
    if not token.meta:
        return f"</{token.tag}>\n"
    return f"{_permalink(token.meta['identity'], token.meta['text'])}</{token.tag}>\n"


def _permalink(identity: str, text: str) -> str:
    label = escape(_("Link to “{heading}”").format(heading=text))
    return f' <a class="permalink" href="#{escape(identity)}" aria-label="{label}">#</a>'


def _render_table_open(*_rule: Any) -> str:
    label = escape(_("Table, scrolls sideways"))
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>\n'


def _render_table_close(*_rule: Any) -> str:
    return "</table></div>\n"
