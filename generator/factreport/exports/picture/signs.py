"""Signs as masks: those of the six looks, as pages draw them, so that no verdict is told by its colour alone."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from PIL import Image, ImageDraw

from factreport.model.scale import Look

FINER = 4
"""Drawn so many times larger, then reduced."""
GRID = 24
"""Units of a sign's width and height, in which its places are given."""
DOTS = 14


@cache
def look_sign(look: Look, size: int) -> Image.Image:
    """Give the sign of a look, `size` pixels wide and high."""
    paper = Image.new("L", (size * FINER, size * FINER))
    pen = ImageDraw.Draw(paper)
    unit = size * FINER / GRID

    def ring(radius: float) -> tuple[float, float, float, float]:
        return (12 - radius) * unit, (12 - radius) * unit, (12 + radius) * unit, (12 + radius) * unit

    def path(*places: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x * unit, y * unit) for x, y in places]

    line = round(2 * unit)
    cut = round(2.6 * unit)
    match look:
        case Look.SUPPORTED:
            pen.ellipse(ring(10), fill=255)
            pen.line(path((6.6, 12.1), (10.4, 15.9), (17.4, 8.6)), fill=0, width=cut, joint="curve")
        case Look.PARTLY_SUPPORTED:
            pen.ellipse(ring(10.5), outline=255, width=line)
            pen.pieslice(ring(9.5), 90, 270, fill=255)
        case Look.DISPUTED:
            pen.polygon(path((2, 5), (2, 19), (10.5, 12)), fill=255)
            pen.polygon(path((22, 5), (22, 19), (13.5, 12)), fill=255)
        case Look.NOT_SUPPORTED:
            pen.ellipse(ring(10.5), outline=255, width=line)
        case Look.CONTRADICTED:
            pen.ellipse(ring(10), fill=255)
            pen.line(path((7.6, 7.6), (16.4, 16.4)), fill=0, width=cut)
            pen.line(path((7.6, 16.4), (16.4, 7.6)), fill=0, width=cut)
        case Look.CANNOT_BE_SETTLED:
            for dot in range(DOTS):
                x, y = 12 + 9.5 * cos(2 * pi * dot / DOTS), 12 + 9.5 * sin(2 * pi * dot / DOTS)
                pen.ellipse([(end * unit) for end in (x - 1.4, y - 1.4, x + 1.4, y + 1.4)], fill=255)
    return paper.reduce(FINER)


@cache
def dot(radius: int) -> Image.Image:
    """Give a filled circle."""
    size = (2 * radius + 1) * FINER
    paper = Image.new("L", (size, size))
    ImageDraw.Draw(paper).ellipse((0, 0, size - 1, size - 1), fill=255)
    return paper.reduce(FINER)


@cache
def rounded(width: int, height: int, radius: int) -> Image.Image:
    """Give a filled box with round corners."""
    paper = Image.new("L", (width * FINER, height * FINER))
    box = (0, 0, width * FINER - 1, height * FINER - 1)
    ImageDraw.Draw(paper).rounded_rectangle(box, radius * FINER, fill=255)
    return paper.reduce(FINER)


@cache
def dashed(width: int, height: int, dash: int, gap: int, line: int) -> Image.Image:
    """Give the edge of a box, broken into dashes."""
    paper = Image.new("L", (width, height))
    for across in range(0, width, dash + gap):
        paper.paste(255, (across, 0, min(across + dash, width), line))
        paper.paste(255, (across, height - line, min(across + dash, width), height))
    for down in range(0, height, dash + gap):
        paper.paste(255, (0, down, line, min(down + dash, height)))
        paper.paste(255, (width - line, down, width, min(down + dash, height)))
    return paper


@cache
def mark(size: int) -> Image.Image:
    """Give the site's sign, white lines for its square: an interval with its value (`templates/images/icon.svg`)."""
    unit = size * FINER / 32
    paper = Image.new("L", (size * FINER, size * FINER))
    pen = ImageDraw.Draw(paper)
    for left, top, right, bottom in ((6.75, 10, 9.25, 22), (22.75, 10, 25.25, 22), (8, 14.75, 24, 17.25)):
        pen.rectangle([end * unit for end in (left, top, right, bottom)], fill=255)
    pen.ellipse([end * unit for end in (11.5, 11.5, 20.5, 20.5)], fill=255)
    return paper.reduce(FINER)
