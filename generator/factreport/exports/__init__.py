"""Everything the site says, for machines: one file per format, from the one report that pages are made from.

Knows the report and all below it; must not know pages. The same content gives the same bytes on any day: nothing here
asks for the time.
"""
