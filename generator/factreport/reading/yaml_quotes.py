"""Quotation marks of YAML that are not closed, or closed too early, found by what they take in."""

from __future__ import annotations

import re

import yaml

_FIELD = re.compile(r"^[ ]*(?:- )?[A-Za-z_]+:(?:\s|$)", re.MULTILINE)


def quoted_before(text: str, index: int) -> tuple[int, int] | None:
    """Give where the last value in quotation marks begins and ends that ends on the line of `index`, before it."""
    found = None
    try:
        for token in yaml.scan(text, Loader=yaml.Loader):
            if token.start_mark.index >= index:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"}:
                found = (token.start_mark.index, token.end_mark.index)
    except yaml.YAMLError:
        # The error that is being explained.
        pass
    return found if found and "\n" not in text[found[1] : index] else None


def takes_in_fields(text: str, value: tuple[int, int]) -> bool:
    """Whether fields stand within a value in quotation marks, so that its second mark is the first of another."""
    lines = text[value[0] : value[1]].partition("\n")[2]
    return bool(_FIELD.search(lines))
