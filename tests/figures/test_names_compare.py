"""Lists of names as sets, in both directions."""

from __future__ import annotations

import pytest

from factreport.figures.comparison import Kind
from factreport.figures.names_compare import compare_names


@pytest.mark.parametrize(
    ("a", "b", "kind", "only_a", "only_b"),
    [
        (["Huawei", "Cambricon"], ["cambricon ", "HUAWEI", "Huawei"], Kind.SAME, (), ()),
        (["Huawei", "Cambricon", "Nvidia"], ["Huawei"], Kind.SATISFIES, ("Cambricon", "Nvidia"), ()),
        (["Huawei", "Cambricon"], ["Huawei", "Nvidia"], Kind.COMPATIBLE, ("Cambricon",), ("Nvidia",)),
        (["Huawei"], ["Nvidia"], Kind.CONFLICT, ("Huawei",), ("Nvidia",)),
        ([], ["Nvidia"], Kind.NOT_STATED, (), ("Nvidia",)),
        (None, ["Nvidia"], Kind.NOT_STATED, (), ("Nvidia",)),
    ],
)
def test_who_is_missing_and_who_is_added(
    a: list[str] | None, b: list[str], kind: Kind, only_a: tuple[str, ...], only_b: tuple[str, ...]
) -> None:
    found, back = compare_names(a, b), compare_names(b, a)
    assert (found.kind, found.only_a, found.only_b) == (kind, only_a, only_b)
    assert (back.kind, back.only_a, back.only_b) == (kind, only_b, only_a)
