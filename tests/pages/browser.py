"""The site in a real browser, served from a folder under a sub-path as project pages are."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from tests.pages.sites import own_pages

from factreport.pages.template import theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

WHERE_CHROMIUM_IS = ("chromium", "chromium-browser", "google-chrome")
ADVICE = "Chromium is not installed (on Debian: apt install chromium)"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


def chromium() -> str:
    found = next((path for name in WHERE_CHROMIUM_IS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(ADVICE)
    return found


def write_site(folder: Path) -> None:
    for page in own_pages().values():
        target = folder / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8")
    for name in ("css", "images", "js"):
        shutil.copytree(theme_folder() / name, folder / name)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()


@contextmanager
def started() -> Iterator[Browser]:
    """Start Chromium without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - loaded only where a browser is

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        try:
            yield browser
        finally:
            browser.close()
