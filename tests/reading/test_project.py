"""What the commands take from `mkdocs.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factreport.cli.project import ProjectError, read_settings
from factreport.figures.exact import Fraction

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.settings import Settings


def read(folder: Path, text: str) -> Settings:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_content_lies_above_the_pages(tmp_path: Path) -> None:
    assert read(tmp_path, "docs_dir: content/pages\nplugins: [search, factreport]\n").content == tmp_path / "content"


def test_options_of_the_plugin(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    settings = read(
        tmp_path,
        "site_url: !ENV [SITE_URL, '']\nextra: !!python/name:os.system\n"
        "plugins:\n  - factreport:\n      content: facts\n      quotation_words: 40\n      about_share: 2.5%\n",
    )
    assert settings.content == tmp_path / "facts"
    assert settings.quotation_words == 40
    assert settings.about_share == Fraction(1, 40)


@pytest.mark.parametrize("text", ["a: [", "plugins: [{factreport: {about_share: much}}]"])
def test_what_cannot_be_used(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProjectError):
        read(tmp_path, text)
