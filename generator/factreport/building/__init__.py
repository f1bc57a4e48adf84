"""A build: content judged family by family, pages made by several workers, and kept what did not change."""

from __future__ import annotations

import logging

log = logging.getLogger(__name__)
"""What a build says of its steps to those who ask for more words; a host leads it to its own."""
