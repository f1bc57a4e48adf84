"""A build: content judged family by family, pages made by several workers, and what did not change taken from a cache."""
