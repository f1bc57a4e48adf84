"""The room of content files: what editors wrote becomes checked values, or problems with a place.

Only this room opens content files. It knows the content format, the nouns and printed figures; it must not know
evidence, rules or pages.
"""
