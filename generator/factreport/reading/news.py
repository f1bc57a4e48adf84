"""News items, under a story or beside a source."""

from __future__ import annotations

from factreport.model.news import NewsItem
from factreport.reading import references
from factreport.reading.record import Field, Table, record
from factreport.reading.values import address, days, line, list_of, text, yes_no

NEWS_ITEM = Table(
    "A news item",
    (
        Field("title", line, required=True, example="the headline as it is printed"),
        Field("publisher", line),
        Field("url", address),
        Field("published", days),
        Field("dated_by", line),
        Field("related", yes_no),
        Field("subject", line),
        Field("because", text),
        Field("claims", list_of(references.claim)),
    ),
)
read_news = list_of(record(NewsItem, NEWS_ITEM), NEWS_ITEM)
