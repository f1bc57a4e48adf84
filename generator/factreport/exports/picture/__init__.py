"""A claim as a picture for link previews: letters, signs and marks drawn on pixels, in few colours.

Knows the report; `link_preview` makes files of it. Fonts lie in `fonts/`, so that every machine draws alike.
"""

WIDTH, HEIGHT = 1200, 630
