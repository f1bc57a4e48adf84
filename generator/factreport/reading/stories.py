"""Story files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.model.news import Story
from factreport.model.place import Written
from factreport.reading import references
from factreport.reading.claims import read_accepted
from factreport.reading.news import read_news
from factreport.reading.record import Field, Table, all_required, read_fields
from factreport.reading.values import days, line, list_of, slug, yes_no

if TYPE_CHECKING:
    from yaml.nodes import Node

    from factreport.reading.front_matter import FrontMatter
    from factreport.reading.record import RecordReading

STORY = Table(
    "A story",
    (
        Field("title", line, required=True, example="ByteDance's budget for AI chips"),
        Field("summary", line, required=True, example="one or two sentences"),
        Field("happened", days),
        Field("topics", list_of(slug)),
        Field("claims", list_of(references.claim)),
        Field("news", read_news),
        Field("accept", read_accepted, attribute="accepted"),
        Field("draft", yes_no),
    ),
)


def read_story(root: Node, front: FrontMatter, reading: RecordReading) -> Story | None:
    """Give the story; None where it has an error, after all its problems were noted."""
    values = read_fields(root, (), reading, STORY)
    if values is None or not all_required(values, STORY) or reading.failed:
        return None
    written = Written(reading.locator.path, reading.locator)
    return Story(slug=reading.slug, written=written, body=front.body, body_line=front.body_line, **values)
