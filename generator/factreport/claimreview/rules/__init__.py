"""The rules of the linter, one module for each thing they look at: every `Rule` in them is in the catalogue."""
