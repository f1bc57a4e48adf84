"""The words that readers see on a page: what the equivalence of generators is judged by."""

from __future__ import annotations

import re
from html.parser import HTMLParser

INLINE = frozenset({"a", "b", "button", "cite", "code", "em", "i", "mark", "q", "s", "span", "strong", "sup"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
NOT_WORDS = frozenset({"permalink", "margin-note"})
"""Classes of what our pages add: links to headings, and quotations in the margin."""
_SPACE = re.compile(r"\s+")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        """Open elements within `main`, and whether their words count."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.open and tag != "main":
            return
        if tag not in INLINE:
            self.parts.append(" ")
        if tag in VOID:
            return
        counted = not self.open or self.open[-1][1]
        classes = (dict(attrs).get("class") or "").split()
        self.open.append((tag, counted and tag not in {"script", "style"} and not NOT_WORDS & set(classes)))

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self.open):
            return
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag not in INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1]:
            self.parts.append(data)


def plain_words(page: str) -> str:
    """Give the words within `main`, white space folded."""
    words = _Words()
    words.feed(page)
    words.close()
    return _SPACE.sub(" ", "".join(words.parts)).strip()
