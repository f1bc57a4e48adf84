"""What is kept of claims for lists and exports, at hand or in a store: two ways to read it, each where it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.building.parts import KeptParts
from factreport.building.shown import KeptShown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factreport.building.store import Store


class KeptClaims(Struct, frozen=True):
    """Where what is kept of claims lies."""

    at_hand: Mapping[str, bytes] = field(default_factory=dict)
    """What need not be read, by the names of its pieces."""
    store: Store | None = None
    """Has all others."""
    uncommitted: bool = False
    """Whether what is being written to the store is meant."""

    def parts(self, slugs: tuple[str, ...]) -> KeptParts:
        """Give what exports keep of claims, in the order of their slugs."""
        return KeptParts(slugs, self.at_hand, self.store, self.uncommitted)

    def shown(self) -> KeptShown:
        """Give what lists show of claims."""
        return KeptShown(self.at_hand, self.store, self.uncommitted)
