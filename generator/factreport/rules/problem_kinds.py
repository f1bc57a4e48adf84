"""The sorts of problem that the rules report."""

from factreport.model.problem import ProblemKind, Severity

STALE_EXPLANATION = ProblemKind(
    "stale-explanation", Severity.WARNING, "An explanation whose finding is gone, or that explains nothing."
)
VERDICT_AGAINST_FIGURES = ProblemKind(
    "verdict-against-figures", Severity.NOTICE, "The verdict says one thing and the figures another."
)
SUPPORTED_BY_ONE_ORIGIN = ProblemKind(
    "supported-by-one-origin", Severity.NOTICE, "A claim is called supported though all reports rest on one origin."
)
IDLE_REFERENCE = ProblemKind(
    "idle-reference", Severity.WARNING, "The source to compare with (`compared_with`) does not state the figure."
)

KINDS = (STALE_EXPLANATION, VERDICT_AGAINST_FIGURES, SUPPORTED_BY_ONE_ORIGIN, IDLE_REFERENCE)
