"""factreport: turn claim files into a fact-check site that compares figures across sources."""

__version__ = "0.1.0"
