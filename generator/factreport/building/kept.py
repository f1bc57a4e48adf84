"""What a build leaves for the next one, as records: families by name, each with what other pages show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factreport.building.codec import decode, decoder_of, encode
from factreport.building.inputs import Inputs
from factreport.building.made import FamilyBuilt, FamilyMade, Frame, Ground
from factreport.building.parts import part_pieces
from factreport.building.problems import Problems
from factreport.building.shown import shown_pieces
from factreport.building.store import piece
from factreport.model.problem import Problem
from factreport.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.building.store import Piece, Reader

FAMILIES, GROUNDS, FILES, PROBLEMS = "family/", "ground/", "files/", "problems/"
"""Beginnings of the names of pieces: a family's name follows."""


class Kept(Struct, frozen=True):
    """A build, as the next one finds it."""

    frame: Frame
    families: tuple[FamilyBuilt, ...]
    """Sorted by name."""
    problems: Problems
    sources: tuple[Source, ...]
    """Sorted by slug."""
    inputs: Inputs
    site: tuple[int, ...]
    """State of the finished site."""
    lists: frozenset[str]
    """Paths of the pages that gather claims, and of the maps of the site."""
    others: frozenset[str]
    """Paths of the files of search and exports."""


def family_pieces(made: FamilyMade) -> Iterator[Piece]:
    """Give a family as pieces of data."""
    name = made.built.family.name
    yield piece(f"{FAMILIES}{name}", encode(made.built))
    yield piece(f"{GROUNDS}{name}", encode(made.ground))
    yield piece(f"{FILES}{name}", {member: list(paths) for member, paths in made.files.items()})
    yield from shown_pieces(made.shown)
    yield from part_pieces(made.parts)


def problems_piece(name: str, problems: Iterable[Problem]) -> Piece:
    """Give the problems of a family's files as a piece of data."""
    return piece(f"{PROBLEMS}{name}", [encode(one) for one in problems])


def pieces_of_whole(kept: Kept) -> Iterator[Piece]:
    """Give what changes with every build as pieces of data."""
    inputs = kept.inputs
    stamps = [list(inputs.stamps), list(inputs.stamps.values()), list(inputs.prints.values())]
    yield piece("frame", encode(kept.frame))
    yield piece("inputs", [inputs.begun, *stamps])
    yield piece("site", list(kept.site))
    yield piece("lists", sorted(kept.lists))
    yield piece("others", sorted(kept.others))


def sources_piece(sources: Iterable[Source]) -> Piece:
    """Give the sources as a piece of data."""
    return piece("sources", [encode(source) for source in sources])


def read_frame(reader: Reader) -> Frame:
    """Read the frame."""
    frame: Frame = decode(Frame, reader.piece("frame"))
    return frame


def families_in(pieces: Iterable[Any]) -> tuple[FamilyBuilt, ...]:
    """Give families from what was kept of them."""
    return tuple(decode(FamilyBuilt, data) for data in pieces)


def grounds_in(pieces: Iterable[Any]) -> Iterator[Ground]:
    """Give what families were made from, of what was kept of it."""
    return (decode(Ground, data) for data in pieces)


def read_ground(reader: Reader, name: str) -> Ground:
    """Read what a family was made from."""
    ground: Ground = decode(Ground, reader.piece(f"{GROUNDS}{name}"))
    return ground


def read_kept(reader: Reader, frame: Frame) -> Kept:
    """Read the rest."""
    begun, paths, stamps, prints = reader.piece("inputs")
    problem = decoder_of(Problem)
    return Kept(
        frame=frame,
        families=families_in(data for _name, data in reader.pieces(FAMILIES)),
        problems=Problems(
            {name: tuple(map(problem, data)) for name, data in reader.pieces(PROBLEMS) if data}, frame.problems
        ),
        sources=tuple(decode(Source, data) for data in reader.piece("sources")),
        inputs=Inputs(begun, dict(zip(paths, map(tuple, stamps), strict=True)), dict(zip(paths, prints, strict=True))),
        site=tuple(reader.piece("site")),
        lists=frozenset(reader.piece("lists")),
        others=frozenset(reader.piece("others")),
    )


def read_files(reader: Reader, name: str) -> Mapping[str, tuple[str, ...]]:
    """Read the paths of the files of a family, by claim."""
    return {member: tuple(paths) for member, paths in reader.piece(f"{FILES}{name}").items()}
