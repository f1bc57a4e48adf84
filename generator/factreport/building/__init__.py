"""A build: content judged family by family, pages made by several workers, and kept what did not change."""
