"""The site in a real browser, served compressed from a folder, as hosts of static pages do."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.pages.sites import own_pages

from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from playwright.sync_api import Browser, Page

WHERE_CHROMIUM_IS = ("chromium", "chromium-browser", "google-chrome")
ADVICE = "Chromium is not installed (on Debian: apt install chromium)"
LETTERS = ("Liberation Sans", "Arial")
"""As wide as most readers' are; what is measured in pages and lines is measured with one of them."""


COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
OPEN_ALL = """() => {
  document.querySelectorAll('details').forEach(one => { one.open = true });
}"""
OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth - wide;
}"""
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Host(SimpleHTTPRequestHandler):
    """Serves files, text compressed; says nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if file.suffix not in COMPRESSED or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 9, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path: Any) -> str:
        """Give the type as hosts give it: text in UTF-8."""
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


class Watched:
    """A page with everything that went wrong on it."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._asked(request.url, origin))
        page.on("response", lambda response: self._answered(response.status, response.url))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def _asked(self, url: str, origin: str) -> None:
        self.asked.append(url)
        if not url.startswith(origin):
            self.complaints.append(f"asked {url}")

    def _answered(self, status: int, url: str) -> None:
        if status >= HTTPStatus.BAD_REQUEST:
            self.complaints.append(f"{status} {url}")


def opened(
    browser: Browser, address: str, path: str, *, width: int = 360, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Watched]:
    """Open one page in a context of its own; afterwards it must have left no cookie."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    try:
        watched = Watched(context.new_page(), address)
        watched.page.goto(address + path)
        yield watched
        assert context.cookies() == []
    finally:
        context.close()


def axe(page: Page) -> list[str]:
    """Give the findings of axe-core, run from the file that its package brings."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415

    found = Axe().run(page, options={"runOnly": AXE_TAGS, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


def chromium() -> str:
    found = next((path for name in WHERE_CHROMIUM_IS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(ADVICE)
    return found


def need_letters() -> None:
    """Skip the test where letters of the usual width are missing; without fontconfig they are taken to be there."""
    if listing := shutil.which("fc-list"):
        families = subprocess.run([listing, ":", "family"], capture_output=True, text=True, check=True).stdout
        if not any(name in families for name in LETTERS):
            pytest.skip("No letters as wide as Arial's are installed (on Debian: apt install fonts-liberation)")


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
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
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
