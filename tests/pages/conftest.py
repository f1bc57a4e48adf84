"""The site that all browser tests of pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pages.browser import served, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the project's site under a sub-path."""
    folder = tmp_path_factory.mktemp("served")
    write_site(folder / "desk")
    with served(folder) as root:
        yield f"{root}desk/"
