"""The room of printed numbers: what a figure in a text says, can mean, and how two of them compare.

It knows text, exact numbers, dates and exchange rates. It must not know claims, sources, files or pages.
"""
