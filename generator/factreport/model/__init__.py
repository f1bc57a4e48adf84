"""The nouns of the product: claims, sources, stories, the scale, and problems with them.

Finished values without a "maybe": whoever holds one need not check it again. The room knows printed figures; it must
not know files' formats, evidence, rules or pages.
"""
