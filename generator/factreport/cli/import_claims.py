"""`factreport import`: content files to start from, from the ClaimReview markup of a page, a file or a feed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from factreport.claimreview.inputs import MEGABYTE, documents_of
from factreport.cli.claimreview import megabytes
from factreport.cli.files import FileError, reading, writing
from factreport.importing.import_reviews import Existing, Imported, import_reviews
from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.reading.content import read_content
from factreport.reading.front_matter import FrontMatter, split
from factreport.reading.text_file import TextFile, read_text_file
from factreport.reading.yaml_tree import BrokenYamlError, compose

if TYPE_CHECKING:
    import argparse


_USAGE = 2


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the program."""
    parser = commands.add_parser(
        "import",
        help=_("make draft claims of ClaimReview markup"),
        description=_(
            "Write a claim file for each ClaimReview in pages, JSON files and folders, and a source file for each "
            "work it names, as drafts to start from; print what could not be carried. Never overwrites a file."
        ),
    )
    parser.add_argument("path", nargs="+", help=_("page, JSON file, feed or folder; - is standard input"))
    parser.add_argument(
        "--output", type=Path, default=Path("imported"), metavar="FOLDER", help=_("content folder; default: imported")
    )
    parser.add_argument(
        "--max-size", type=megabytes, default=32.0, metavar="MB", help=_("most of one file, in million bytes")
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the files and print the notes; 0 if a claim was made, 1 if none, 2 if nothing could be read or written."""
    limit = int(arguments.max_size * MEGABYTE)
    documents = [document for path in arguments.path for document in documents_of(path, limit)]
    failures = [failure for document in documents for failure in document.failures]
    for failure in failures:
        sys.stdout.write(f"{failure.path}:{failure.line}:{failure.column}: {failure.code}: {failure.found.message}\n")
    with reading(arguments.output):
        existing = existing_in(arguments.output)
    made = import_reviews(documents, existing, date.today())
    with reading(arguments.output):
        there = [file.path for file in made.files if _is_there(file.path, arguments.output, existing)]
    if there:
        names = ", ".join(there[:5])
        message = _("{folder} has {names} already; nothing was written.").format(folder=arguments.output, names=names)
        sys.stderr.write(f"factreport: {message}\n")
        return _USAGE
    write(made, arguments.output)
    sys.stdout.write("".join(f"{line}\n" for line in (*map(str, made.notes), _summary(made, arguments.output))))
    return _USAGE if failures and not made.claims else int(not made.claims)


def _is_there(path: str, folder: Path, existing: Existing) -> bool:
    """Tell whether a file would replace another, or a claim of the same name in a subfolder."""
    of_claim = path.startswith("claims/") and Path(path).stem in existing.claims
    return of_claim or (folder / path).exists()


def existing_in(folder: Path) -> Existing:
    """Give what a content folder has; one that is not there has nothing."""
    scale = read_content(folder, root=folder).scale if (folder / "scale.yml").exists() else None
    return Existing(
        claims=frozenset(path.stem for path in (folder / "claims").rglob("*.md")),
        sources={path.stem: _address(path) for path in sorted((folder / "sources").rglob("*.md"))},
        verdicts={grade.word: grade.key for grade in scale.verdicts} if scale else None,
    )


def _address(path: Path) -> str:
    """Give the address of a source, of which nothing else has to be right; empty where none can be read."""
    file = read_text_file(path, path.parent)
    front = split(file, ()) if isinstance(file, TextFile) else None
    try:
        root = compose(front.yaml) if isinstance(front, FrontMatter) else None
    except BrokenYamlError:
        return ""
    fields = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((str(value.value).strip() for name, value in fields if name.value == "url"), "")


def write(made: Imported, folder: Path) -> None:
    """Write the files into a folder, which is made where it is not there; FileError, and no file, if one fails."""
    written: list[Path] = []
    try:
        for file in made.files:
            target = folder / file.path
            with writing(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("x", encoding="utf-8", errors="replace", newline="\n") as opened:
                    written.append(target)
                    opened.write(file.text)
    except FileError:
        for target in written:
            target.unlink(missing_ok=True)
        raise


def _summary(made: Imported, folder: Path) -> str:
    claims = ngettext("{n} claim", "{n} claims", made.claims).format(n=made.claims)
    sources = ngettext("{n} source", "{n} sources", made.sources).format(n=made.sources)
    return _("{folder}: {claims} and {sources} written, all as drafts").format(
        folder=folder.as_posix(), claims=claims, sources=sources
    )
