"""Chains of credit end in origins; circles are problems; copies are never counted as origins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factreport.evidence.origins import Credit, resolve_origins
from factreport.model.source import Knows

if TYPE_CHECKING:
    from tests.evidence.conftest import Factory

    from factreport.model.content import Content


def chain(make: Factory) -> Content:
    """The paper reports; the agency and the blog repeat it; the portal probably used the agency; one is silent."""
    return make.content(
        make.source("paper", knows=Knows.OWN, credits_people="two people"),
        make.source("agency", credits=("paper",)),
        make.source("blog", credits=("paper",), probably_used=("agency",)),
        make.source("portal", probably_used=("agency",)),
        make.source("rumour", knows=Knows.UNKNOWN),
        make.source("gossip", knows=Knows.UNKNOWN, credits=("rumour",)),
        make.source("ministry", knows=Knows.OFFICIAL),
        make.claim(
            "plan",
            *(make.citation(slug, "words") for slug in ("paper", "agency", "blog", "portal", "rumour", "gossip")),
            make.citation("ministry", omits=("budget",)),
            make.citation("agency", "more words", credits=("ministry",), identity="agency-more"),
        ),
    )


def test_chains_are_followed_to_their_ends(make: Factory) -> None:
    origins = resolve_origins(chain(make))
    assert {slug: origins.of(slug) for slug in origins.by_source} == {
        "paper": ("paper",),
        "agency": ("paper",),
        "blog": ("paper",),
        "portal": ("paper",),
        "rumour": (),
        "gossip": (),
        "ministry": ("ministry",),
    }
    assert [slug for slug in origins.by_source if origins.is_unknown(slug)] == ["rumour", "gossip"]
    assert origins.problems == ()


def test_links_say_whether_they_are_declared(make: Factory) -> None:
    origins = resolve_origins(chain(make))
    assert [credit for credit in origins.credits if credit.source == "blog"] == [
        Credit("blog", "agency", declared=False),
        Credit("blog", "paper", declared=True),
    ]


def test_reports_and_origins_are_counted(make: Factory) -> None:
    content = chain(make)
    count = resolve_origins(content).count(content.claims[0].citations)
    assert (count.reports, count.known, count.unknown, count.number) == (
        6, ("ministry", "paper"), ("gossip", "rumour"), 3,
    )  # fmt: skip


def test_a_citation_may_credit_otherwise(make: Factory) -> None:
    content = chain(make)
    origins = resolve_origins(content)
    named = {citation.identity: origins.of_citation(citation).known for citation in content.claims[0].citations}
    assert named["agency-figure"] == ("paper",)
    assert named["agency-more"] == ("ministry",)


def test_own_reporting_ends_a_chain_though_it_credits_others(make: Factory) -> None:
    content = make.content(
        make.source("first", knows=Knows.OWN), make.source("second", knows=Knows.OWN, credits=("first",))
    )
    assert resolve_origins(content).of("second") == ("second",)


def test_a_circle_is_a_problem_with_its_way_round(make: Factory) -> None:
    content = make.content(
        make.source("c", credits=("d", "a")),
        make.source("a", credits=("z", "b")),
        make.source("b", probably_used=("c",)),
        make.source("z", knows=Knows.OWN),
        make.source("e", credits=("a",)),
        make.source("d"),
    )
    origins = resolve_origins(content)
    (problem,) = origins.problems
    assert problem.code == "credit-cycle"
    assert str(problem.place) == "content/sources/a.md#credits.1:1:1"
    assert problem.message == "These sources rest on each other in a circle: a → b → c → a."
    assert origins.of("b") == ("z",)


def test_an_inferred_link_that_closes_a_circle_is_pointed_at(make: Factory) -> None:
    content = make.content(make.source("a", probably_used=("b",)), make.source("b", credits=("a",)))
    origins = resolve_origins(content)
    (problem,) = origins.problems
    assert str(problem.place) == "content/sources/a.md#probably_used.0:1:1"
    assert origins.is_unknown("a")
    assert origins.is_unknown("b")


def test_a_circle_through_a_single_citation_is_found(make: Factory) -> None:
    content = make.content(
        make.source("a", credits=("b",)),
        make.source("b", knows=Knows.OWN),
        make.claim("plan", make.citation("b", "words", credits=("a",))),
    )
    (problem,) = resolve_origins(content).problems
    assert str(problem.place) == "content/claims/plan.md#citations.0.credits.0:1:1"


def test_two_circles_are_two_problems(make: Factory) -> None:
    content = make.content(
        make.source("a", credits=("b",)),
        make.source("b", credits=("a", "c")),
        make.source("c", credits=("d",)),
        make.source("d", credits=("c",)),
    )
    assert [problem.message.split(": ")[1] for problem in resolve_origins(content).problems] == [
        "a → b → a.",
        "c → d → c.",
    ]


def test_a_long_chain_is_followed(make: Factory) -> None:
    links = [make.source(f"s{number:04}", credits=(f"s{number + 1:04}",)) for number in range(1500)]
    content = make.content(*links, make.source("s1500", knows=Knows.OWN))
    assert resolve_origins(content).of("s0000") == ("s1500",)


LINKS = st.lists(st.lists(st.integers(0, 6), max_size=3), min_size=7, max_size=7)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(links=LINKS, own=st.sets(st.integers(0, 6)))
def test_any_web_of_credits_resolves(make: Factory, links: list[list[int]], own: set[int]) -> None:
    content = make.content(
        *(
            make.source(
                f"s{number}",
                credits=tuple(dict.fromkeys(f"s{other}" for other in others)),
                knows=Knows.OWN if number in own else Knows.RE_REPORT,
            )
            for number, others in enumerate(links)
        )
    )
    origins = resolve_origins(content)
    owned = {f"s{number}" for number in own}
    for slug in origins.by_source:
        assert set(origins.of(slug)) <= owned
        assert slug not in owned or origins.of(slug) == (slug,)
    assert bool(origins.problems) == _has_circle(
        {f"s{n}": {f"s{o}" for o in others if o != n} for n, others in enumerate(links)}
    )


def _has_circle(links: dict[str, set[str]]) -> bool:
    """By definition: whoever is left after taking away, again and again, those who credit nobody left."""
    left = dict(links)
    while ends := [slug for slug, others in left.items() if not others & left.keys()]:
        for slug in ends:
            del left[slug]
    return bool(left)
