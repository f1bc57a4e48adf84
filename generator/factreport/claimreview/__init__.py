"""The linter for ClaimReview and DataFeed markup of any site; stands by itself and knows only `language`.

Files, folders and standard input become documents, documents hold reviews and feeds, rules look at those and give
problems with file, line and column. A new rule is a function with `@rule` in a module of `rules/` and a case in
`tests/cases/claimreview/`.
"""
