"""Drawings made at build time: report records in, SVG with its text alternative out. No scripts, no style attributes.

Each drawing comes twice: as markup for a page, styled by the theme (`templates/css/drawing.css`), and as a file that
stands by itself in light and dark. Drawings know records, numbers and words; they know no template, page or address.
"""
