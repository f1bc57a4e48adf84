"""A finished page taken apart is, put together again, the same; its pieces are what they are called."""

from __future__ import annotations

import pytest
from tests.pages.sites import ONE_OF_EACH, document

from factreport.pages.finished import take_apart

WITHOUT_MAIN = "<!doctype html>\n<title>A &amp; B</title>\n<body>Words\n</body>\n"


@pytest.mark.parametrize("address", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_pieces_of_every_type_of_page(address: str) -> None:
    text = document(address).text
    page = take_apart(text)
    assert page.before + page.content + page.after == text
    assert page.before.rstrip().endswith(">")
    assert "<main" in page.before
    assert "<h1" in page.content
    assert page.after.startswith("</main>")
    assert page.title


def test_a_template_without_the_element_has_no_content() -> None:
    page = take_apart(WITHOUT_MAIN)
    assert (page.before, page.content, page.after) == ("", "", WITHOUT_MAIN)
    assert (page.title, page.description) == ("A & B", "")


def test_words_about_the_element_are_content() -> None:
    page = take_apart("<main id=a>one &lt;main> two</main> three</main><footer>")
    assert page.content == "one &lt;main> two</main> three"
