"""What holds for all tests: golden files are renewed by a flag, and in CI nothing that matters may be skipped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser
    from pluggy import Result

# Results are tested, not times: a machine under load must not fail a property.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

MUST_RUN_IN_CI = ("browser", "packaging")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the one browser that all tests of a process share: two at a time cannot be."""
    from tests.pages.browser import started  # noqa: PLC0415 - only where a browser is wanted

    with started() as running:
        yield running


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def _no_library_writes_into_constants() -> Iterator[None]:
    """Fail whatever changes the one-byte texts that all of Python shares (`figures.exact` says what once did)."""
    yield
    assert bytes([0]).hex() == "00", 'b"\\0" was written into: a text of one character was given to Fraction'


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Result[pytest.TestReport]]:
    outcome = yield
    report = outcome.get_result()
    marks = [mark for mark in MUST_RUN_IN_CI if item.get_closest_marker(mark)]
    if report.skipped and marks and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = (
            f"{item.nodeid}: skipped, but with CI=true every {marks[0]} test has to run: {report.longrepr}"
        )
