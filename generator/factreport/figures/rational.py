"""Arithmetic with fractions in whole numbers: the same results as the operators give, in half their time and less.

The operators of `Fraction` take numbers of any kind and first find out which they are given; a comparison of two
currencies does hundreds of such steps.
"""

from __future__ import annotations

from fractions import Fraction


def order(a: Fraction, b: Fraction) -> int:
    """Give a number below, at or above 0 as `a` is below, at or above `b`."""
    (a_over, a_under), (b_over, b_under) = a.as_integer_ratio(), b.as_integer_ratio()
    return a_over * b_under - b_over * a_under


def product(a: Fraction, b: Fraction) -> Fraction:
    """Give `a` times `b`."""
    (a_over, a_under), (b_over, b_under) = a.as_integer_ratio(), b.as_integer_ratio()
    return Fraction(a_over * b_over, a_under * b_under)


def total(a: Fraction, b: Fraction) -> Fraction:
    """Give `a` plus `b`."""
    (a_over, a_under), (b_over, b_under) = a.as_integer_ratio(), b.as_integer_ratio()
    return Fraction(a_over * b_under + b_over * a_under, a_under * b_under)


def difference(a: Fraction, b: Fraction) -> Fraction:
    """Give `a` minus `b`."""
    (a_over, a_under), (b_over, b_under) = a.as_integer_ratio(), b.as_integer_ratio()
    return Fraction(a_over * b_under - b_over * a_under, a_under * b_under)


def half(a: Fraction) -> Fraction:
    """Give `a` divided by 2."""
    over, under = a.as_integer_ratio()
    return Fraction(over, 2 * under)


def quotient(a: Fraction, b: Fraction) -> Fraction:
    """Give `a` divided by `b`; raises `ZeroDivisionError` for 0."""
    (a_over, a_under), (b_over, b_under) = a.as_integer_ratio(), b.as_integer_ratio()
    return Fraction(a_over * b_under, a_under * b_over)


def reciprocal(a: Fraction) -> Fraction:
    """Give 1 divided by `a`; raises `ZeroDivisionError` for 0."""
    over, under = a.as_integer_ratio()
    return Fraction(under, over)
