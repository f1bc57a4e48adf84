"""What a build leaves for the next one, as records: families by name, each with what other pages show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factreport.building.codec import decode, encode
from factreport.building.families import Family
from factreport.building.inputs import Inputs
from factreport.building.kept_families import FAMILIES, KeptFamilies
from factreport.building.made import Document, FamilyMade, Frame, Ground
from factreport.building.parts import part_pieces
from factreport.building.problems import Problems
from factreport.building.shown import shown_pieces
from factreport.building.store import UnusableError, piece
from factreport.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.building.store import Piece, Reader, Store

GROUNDS, FILES = "ground/", "files/"
"""Beginnings of the names of pieces: a family's name follows."""
DOCUMENTS = "document/"
"""Beginning of the names of pieces: the address of a page that editors wrote follows."""


class Kept(Struct, frozen=True):
    """A build, as the next one finds it."""

    frame: Frame
    families: KeptFamilies
    problems: Problems
    names: KeptNames
    inputs: Inputs
    site: tuple[int, ...]
    """State of the finished site."""
    lists: frozenset[str]
    """Paths of the pages that gather claims, and of the maps of the site."""
    others: frozenset[str]
    """Paths of the files of search and exports."""


class KeptNames(Struct, frozen=True):
    """What claims may name besides each other."""

    publishers: Mapping[str, str]
    """Of each source, by its slug."""
    topics: tuple[str, ...]
    """Slugs of the topics that claims have."""


def family_pieces(made: FamilyMade) -> Iterator[Piece]:
    """Give a family as pieces of data."""
    name = made.built.family.name
    yield piece(f"{FAMILIES}{name}", encode(made.built))
    yield piece(f"{GROUNDS}{name}", encode(made.ground))
    yield piece(f"{FILES}{name}", {member: list(paths) for member, paths in made.files.items()})
    yield from shown_pieces(made.shown)
    yield from part_pieces(made.parts)


def pieces_of_whole(kept: Kept) -> Iterator[Piece]:
    """Give what changes with every build as pieces of data."""
    inputs = kept.inputs
    stamps = [list(inputs.stamps), list(inputs.stamps.values()), list(inputs.prints.values())]
    yield piece("frame", encode(kept.frame))
    yield piece("inputs", [inputs.begun, *stamps])
    yield piece("site", list(kept.site))
    yield piece("lists", sorted(kept.lists))
    yield piece("others", sorted(kept.others))


def lasting_pieces(families: Iterable[Family], sources: Iterable[Source], names: KeptNames) -> Iterator[Piece]:
    """Give what stays as it is while builds go on from it as pieces of data."""
    yield piece("families", [encode(family) for family in families])
    yield piece("sources", [encode(source) for source in sources])
    yield piece("names", encode(names))


def document_piece(address: str, document: Document) -> Piece:
    """Give a finished page that editors wrote as a piece of data."""
    return piece(f"{DOCUMENTS}{address}", encode(document))


def read_frame(reader: Reader) -> Frame:
    """Read the frame."""
    frame: Frame = decode(Frame, reader.piece("frame"))
    return frame


def grounds_in(pieces: Iterable[Any]) -> Iterator[Ground]:
    """Give what families were made from, of what was kept of it."""
    return (decode(Ground, data) for data in pieces)


def read_ground(reader: Reader, name: str) -> Ground:
    """Read what a family was made from."""
    ground: Ground = decode(Ground, reader.piece(f"{GROUNDS}{name}"))
    return ground


def is_kept(frame: Frame, store: Store) -> bool:
    """Tell whether a store still has the build of a frame: another build of the project may have written to it."""
    try:
        with store.read() as reader:
            return reader.data("frame") == piece("frame", encode(frame))[1]
    except UnusableError:
        return False


def read_kept(reader: Reader, frame: Frame, store: Store) -> Kept:
    """Read the rest but what need not be read; `store` has it."""
    begun, paths, stamps, prints = reader.piece("inputs")
    index = tuple(decode(Family, data) for data in reader.piece("families"))
    return Kept(
        frame=frame,
        families=KeptFamilies(index, frame.unlocked, store=store),
        problems=Problems({}, frame.problems, store),
        names=decode(KeptNames, reader.piece("names")),
        inputs=Inputs(begun, dict(zip(paths, map(tuple, stamps), strict=True)), dict(zip(paths, prints, strict=True))),
        site=tuple(reader.piece("site")),
        lists=frozenset(reader.piece("lists")),
        others=frozenset(reader.piece("others")),
    )


def read_sources(reader: Reader) -> tuple[Source, ...]:
    """Read the sources, sorted by slug."""
    return tuple(decode(Source, data) for data in reader.piece("sources"))


def read_documents(reader: Reader) -> dict[str, Document]:
    """Read the finished pages that editors wrote, by address."""
    return {address: decode(Document, data) for address, data in reader.pieces(DOCUMENTS)}


def read_files(reader: Reader, name: str) -> Mapping[str, tuple[str, ...]]:
    """Read the paths of the files of a family, by claim."""
    return {member: tuple(paths) for member, paths in reader.piece(f"{FILES}{name}").items()}
