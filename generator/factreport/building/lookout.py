"""What the files of a project and its site are like: with several workers another process looks, while one gets ready.

On a large site looking takes as long as it takes until the program can use what was seen.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.building.inputs import Seen, see, state
from factreport.building.workers import beside, can_fork

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Lookout(Struct, dict=True):
    """Looks once, at the latest when it is asked."""

    folders: tuple[Path, ...]
    """Of the files that a build reads."""
    site_folder: Path
    _result: Callable[[], tuple[Seen, tuple[int, ...]]] | None = None
    """Gives what another process saw; None: nobody else looks."""

    @cached_property
    def inputs(self) -> Seen:
        """The files that a build reads."""
        return self._both[0] if self._both else see(self.folders)

    @cached_property
    def site(self) -> tuple[int, ...]:
        """The state of the site."""
        return self._both[1] if self._both else state(self.site_folder)

    @cached_property
    def _both(self) -> tuple[Seen, tuple[int, ...]] | None:
        return self._result() if self._result else None


def look_out(folders: tuple[Path, ...], site: Path, workers: int) -> Lookout:
    """Begin to look at the folders of a build's files and at the site; with one worker nothing is done until asked."""
    if workers < 2 or not can_fork():
        return Lookout(folders, site)
    return Lookout(folders, site, beside(partial(_look, folders, site), workers))


def _look(folders: tuple[Path, ...], site: Path) -> tuple[Seen, tuple[int, ...]]:
    return see(folders), state(site)
