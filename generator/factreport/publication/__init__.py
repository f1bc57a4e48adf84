"""What was published last, and what readers would miss or not be told if this content took its place.

Knows content and the names of findings; must not know pages. Only `factreport publish` moves the record, never a build.
"""
