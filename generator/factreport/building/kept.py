"""What a build leaves for the next one, as records: families by name, each with what other pages show of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factreport.building.codec import decode, encode
from factreport.building.inputs import Inputs, state
from factreport.building.made import FamilyBuilt, Frame
from factreport.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factreport.building.store import Reader


SITE = "site"
"""Name of the piece that tells the state of the finished site."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A build, read again."""

    frame: Frame
    families: tuple[FamilyBuilt, ...]
    sources: tuple[Source, ...]
    """Sorted by slug."""


def frame_piece(frame: Frame) -> tuple[str, Any]:
    """Give the frame as a piece of data with its name."""
    return "frame", encode(frame)


def inputs_piece(inputs: Inputs) -> tuple[str, Any]:
    """Give the inputs as a piece of data with its name."""
    return "inputs", [inputs.begun, list(inputs.stamps), list(inputs.stamps.values()), list(inputs.prints.values())]


def sources_piece(sources: Iterable[Source]) -> tuple[str, Any]:
    """Give the sources as a piece of data with its name."""
    return "sources", [encode(source) for source in sources]


def family_pieces(built: FamilyBuilt) -> Iterator[tuple[str, Any]]:
    """Give a family as pieces of data with their names."""
    name = built.family.name
    # Parts and files are read only where exports are written and where the family is made again.
    yield f"family/{name}", encode(replace(built, parts=(), files=()))
    yield f"parts/{name}", list(built.parts)
    yield f"files/{name}", list(built.files)


def read_frame(reader: Reader) -> Frame:
    """Read the frame."""
    frame: Frame = decode(Frame, reader.piece("frame"))
    return frame


def read_inputs(reader: Reader) -> Inputs:
    """Read the inputs."""
    begun, paths, stamps, prints = reader.piece("inputs")
    return Inputs(begun, dict(zip(paths, map(tuple, stamps), strict=True)), dict(zip(paths, prints, strict=True)))


def read_kept(reader: Reader, frame: Frame) -> Kept:
    """Read the rest."""
    families = tuple(decode(FamilyBuilt, data) for _name, data in reader.pieces("family/"))
    return Kept(frame, families, tuple(decode(Source, data) for data in reader.piece("sources")))


def read_files(reader: Reader, name: str) -> tuple[str, ...]:
    """Read the paths of the files of a family."""
    return tuple(reader.piece(f"files/{name}"))


def site_piece(site: Path) -> tuple[str, Any]:
    """Give the state of the finished site as a piece of data with its name."""
    return SITE, state(site)


def others_piece(paths: Iterable[str]) -> tuple[str, Any]:
    """Give the paths of the files of search and exports as a piece of data with its name."""
    return "others", list(paths)


def read_others(reader: Reader) -> frozenset[str]:
    """Read the paths of the files of search and exports."""
    return frozenset(reader.piece("others"))


def read_parts(reader: Reader) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Read what exports keep of claims, by the name of their family."""
    return {name: tuple(parts) for name, parts in reader.pieces("parts/")}
