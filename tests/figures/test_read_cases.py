"""Every labelled case, every case of the tuning half and every case found later is read as labelled."""

from __future__ import annotations

import pytest
from tests.figures.cases import Case, load, read

KNOWN = [*load("labelled"), *load("tuning"), *load("later")]


@pytest.mark.parametrize("case", KNOWN, ids=[case.name for case in KNOWN])
def test_case_is_read_as_labelled(case: Case) -> None:
    assert read(case.text) == case.expected


def test_untouched_half_keeps_the_measure_that_the_documentation_claims() -> None:
    cases = load("untouched")
    right = sum(read(case.text) == case.expected for case in cases)
    assert right >= 0.95 * len(cases)
