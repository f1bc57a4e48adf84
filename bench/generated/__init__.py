"""A generated corpus of claims."""
