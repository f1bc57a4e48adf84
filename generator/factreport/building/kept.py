"""What a build leaves for the next one, as records: families by name, each with what other pages show of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.building.codec import decode, encode
from factreport.building.families import Family
from factreport.building.inputs import Inputs, Stamp
from factreport.building.kept_desk import DeskPrints
from factreport.building.kept_families import FAMILIES, KeptFamilies
from factreport.building.made import Document, FamilyMade, Frame, Ground
from factreport.building.parts import part_pieces
from factreport.building.problems import Problems
from factreport.building.shown import shown_pieces
from factreport.building.store import UnusableError
from factreport.model.kept_record import KeptRecord
from factreport.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    desk: DeskPrints
    """Of the lock and of what was published."""


class KeptNames(KeptRecord, frozen=True):
    """What claims may name besides each other."""

    publishers: Mapping[str, str]
    """Of each source, by its slug."""
    topics: tuple[str, ...]
    """Slugs of the topics that claims have."""


def family_pieces(made: FamilyMade) -> Iterator[Piece]:
    """Give a family as pieces of data."""
    name = made.built.family.name
    yield f"{FAMILIES}{name}", encode(made.built)
    yield f"{GROUNDS}{name}", encode(made.ground)
    yield f"{FILES}{name}", encode(made.files)
    yield from shown_pieces(made.shown)
    yield from part_pieces(made.parts)


def pieces_of_whole(kept: Kept) -> Iterator[Piece]:
    """Give what changes with every build as pieces of data."""
    inputs = kept.inputs
    stamps = list(inputs.stamps), list(inputs.stamps.values()), list(inputs.prints.values())
    yield "frame", encode(kept.frame)
    yield "inputs", encode((inputs.begun, *stamps))
    yield "site", encode(kept.site)
    yield "lists", encode(sorted(kept.lists))
    yield "others", encode(sorted(kept.others))
    yield "desk", encode(kept.desk)


def lasting_pieces(families: Iterable[Family], sources: Iterable[Source], names: KeptNames) -> Iterator[Piece]:
    """Give what stays as it is while builds go on from it as pieces of data."""
    yield "families", encode(tuple(families))
    yield "sources", encode(tuple(sources))
    yield "names", encode(names)


def document_piece(address: str, document: Document) -> Piece:
    """Give a finished page that editors wrote as a piece of data."""
    return f"{DOCUMENTS}{address}", encode(document)


def read_frame(reader: Reader) -> Frame:
    """Read the frame."""
    return decode(reader.piece("frame"), Frame)


def grounds_in(pieces: Iterable[bytes]) -> Iterator[Ground]:
    """Give what families were made from, of what was kept of it."""
    return (decode(data, Ground) for data in pieces)


def read_ground(reader: Reader, name: str) -> Ground:
    """Read what a family was made from."""
    return decode(reader.piece(f"{GROUNDS}{name}"), Ground)


def is_kept(frame: Frame, store: Store) -> bool:
    """Tell whether a store still has the build of a frame: another build of the project may have written to it."""
    try:
        with store.read_newest() as reader:
            return reader.data("frame") == encode(frame)
    except UnusableError:
        return False


def read_kept(reader: Reader, frame: Frame, store: Store) -> Kept:
    """Read the rest but what need not be read; `store` has it."""
    begun, paths, stamps, prints = decode(reader.piece("inputs"), tuple[int, list[str], list[Stamp], list[str]])
    index = decode(reader.piece("families"), tuple[Family, ...])
    return Kept(
        frame=frame,
        families=KeptFamilies(index, frame.unlocked, store=store),
        problems=Problems({}, frame.problems, store),
        names=decode(reader.piece("names"), KeptNames),
        inputs=Inputs(begun, dict(zip(paths, stamps, strict=True)), dict(zip(paths, prints, strict=True))),
        site=decode(reader.piece("site"), tuple[int, ...]),
        lists=decode(reader.piece("lists"), frozenset[str]),
        others=decode(reader.piece("others"), frozenset[str]),
        desk=decode(reader.piece("desk"), DeskPrints),
    )


def read_sources(reader: Reader) -> tuple[Source, ...]:
    """Read the sources, sorted by slug."""
    return decode(reader.piece("sources"), tuple[Source, ...])


def read_documents(reader: Reader) -> dict[str, Document]:
    """Read the finished pages that editors wrote, by address."""
    return {address: decode(data, Document) for address, data in reader.pieces(DOCUMENTS)}


def read_files(reader: Reader, name: str) -> Mapping[str, tuple[str, ...]]:
    """Read the paths of the files of a family, by claim."""
    return decode(reader.piece(f"{FILES}{name}"), dict[str, tuple[str, ...]])
