"""What the commands take from `mkdocs.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config.defaults import MkDocsConfig

from factreport.cli import configuration_names
from factreport.cli.configuration import ProjectError
from factreport.cli.project import read_settings
from factreport.figures.exact import Fraction

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.settings import Settings


LEAST = "site_name: A desk\ntheme: factreport\nplugins: [factreport]\n"


def read(folder: Path, text: str) -> Settings:
    for name in ("docs", "content/pages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_content_lies_above_the_pages(tmp_path: Path) -> None:
    assert read(tmp_path, f"{LEAST}docs_dir: content/pages\n").content == tmp_path / "content"


def test_options_of_the_plugin(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    settings = read(
        tmp_path,
        "site_name: A desk\ntheme: factreport\nsite_url: !ENV [SITE_URL, '']\nextra: !!python/name:os.system\n"
        "plugins:\n  - factreport:\n      content: facts\n      quotation_words: 40\n      about_share: 2.5%\n",
    )
    assert settings.content == tmp_path / "facts"
    assert settings.quotation_words == 40
    assert settings.about_share == Fraction(1, 40)


# What is written after a configuration that works, and the beginning of what is said of it.
MISTAKES = {
    "an open bracket": ("nav: [", "mkdocs.yml:4:6: The bracket [ that opens here is not closed"),
    "a tab": ("extra:\n\tone: 1\n", "mkdocs.yml:5:1: There is a tab here"),
    "a colon in a text": ("site_description: Facts: checked\n", "mkdocs.yml:4:24: This text has a colon in it"),
    "a conflict mark": ("<<<<<<< HEAD\n", "mkdocs.yml:4:1: "),
    "a folder that is not there": ("docs_dir: page\n", "mkdocs.yml:4:1: `docs_dir` names a folder that is not there"),
    "an address without its beginning": ("site_url: desk.example\n", "mkdocs.yml:4:1: `site_url` is “desk.example”"),
    "templates that are not there": (
        "theme: {name: factreport, custom_dir: looks}\n",
        "mkdocs.yml:4:27: `custom_dir` names a folder that is not there: looks",
    ),
    "the theme of another": ("theme: readthedocs\n", "mkdocs.yml:4:1: The plugin needs its own theme"),
    "a plugin misspelt": (
        "plugins: [factreprot]\n",
        "mkdocs.yml:4:11: the plugin factreport is not among `plugins`, so nothing makes pages of claims. Did you mean",
    ),
    "no plugin": ("plugins: []\n", "mkdocs.yml:4:1: the plugin factreport is not among `plugins`"),
    "options beside the plugin": (
        "plugins:\n  - factreport:\n    version: 1\n",
        "mkdocs.yml:6:5: `version` stands beside factreport: indent",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_what_cannot_be_used(tmp_path: Path, name: str) -> None:
    more, said = MISTAKES[name]
    kept = [line for line in LEAST.splitlines() if line.split(":")[0] != more.split(":")[0]]
    # What is given again is left out above, and an empty line keeps the place.
    lines = [*kept, *[""] * (3 - len(kept)), more]
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, "\n".join(lines))
    assert str(caught.value).startswith(said)


def test_every_mistake_is_told_with_its_place(tmp_path: Path) -> None:
    options = "about_share: much\n      evidense: copies\n      foo: bar\n"
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, f"theme: factreport\nplugins:\n  - factreport:\n      {options}")
    site_name, share, misspelt, unknown = str(caught.value).splitlines()
    assert site_name == "mkdocs.yml: `site_name` is missing, the name that readers see."
    assert share.startswith("mkdocs.yml:4:7: option `about_share`: Write a share in per cent")
    assert misspelt == "mkdocs.yml:5:7: there is no option `evidense`. Did you mean `evidence`?"
    assert unknown.startswith("mkdocs.yml:6:7: there is no option `foo`. The options are: content, ")


def test_the_other_name_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yaml").write_text(LEAST, encoding="utf-8")
    assert read_settings(tmp_path).site_name == "A desk"


def test_the_settings_of_the_host_are_known() -> None:
    assert set(configuration_names._OF_THE_HOST) == {name for name, _option in MkDocsConfig._schema} | {"INHERIT"}
