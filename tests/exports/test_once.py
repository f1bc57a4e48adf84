"""What exports share is made once, and forgotten in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from tests.pages.sites import own_report, settings

from factreport.exports.json_data import claim_json
from factreport.exports.once import KEPT, once_per_claim

if TYPE_CHECKING:
    from factreport.report.records import ClaimReport
    from factreport.settings import Settings


def test_the_same_report_is_worked_on_once_and_an_equal_one_for_itself() -> None:
    asked = []

    @once_per_claim
    def address(report: ClaimReport, using: Settings) -> str:
        asked.append(report)
        return f"{using.site_url}{report.address}"

    first, using = own_report().claims[0], settings()
    again = replace(first)
    assert {address(one, using) for one in (first, first, again)} == {f"{using.site_url}{first.address}"}
    assert [id(one) for one in asked] == [id(first), id(again)]


def test_what_was_made_first_is_forgotten_first() -> None:
    asked: list[object] = []

    @once_per_claim
    def nothing(one: object) -> None:
        asked.append(one)

    many = [object() for _ in range(KEPT + 1)]
    for one in (*many, many[-1], many[1], many[0]):
        nothing(one)
    assert asked == [*many, many[0]]


def test_another_site_gets_documents_of_its_own() -> None:
    report = own_report().claims[0]
    assert b"other.example.org" in claim_json(report, settings(site_url="https://other.example.org/")).content
    assert b"other.example.org" not in claim_json(report, settings()).content
