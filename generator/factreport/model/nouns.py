"""The nouns of which each record is a file, with the folder of each: in the content, and in addresses of the site."""

from __future__ import annotations

FOLDERS = {"claim": "claims", "source": "sources", "story": "stories"}
"""By noun."""
RECORDS = tuple(FOLDERS.values())
"""Folders of the content with one file for each record."""
