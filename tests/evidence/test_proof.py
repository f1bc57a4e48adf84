"""What is proved in which situation: with the snapshot, with the lock, with neither."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from factreport.evidence.examine import Evidence, examine
from factreport.evidence.lock import Lock
from factreport.evidence.lock_reader import parse_lock
from factreport.evidence.lock_writer import write_lock
from factreport.evidence.proof import Proof, ProofState
from factreport.evidence.quotation import MatchClass
from factreport.evidence.snapshots import Snapshots
from factreport.figures.exact import Fraction
from factreport.model.problem import Problem, Severity

if TYPE_CHECKING:
    from tests.evidence.conftest import Factory

    from factreport.model.claim import Citation
    from factreport.model.content import Content
    from factreport.model.source import Source

TODAY = date(2026, 3, 1)
TEXT = (
    "Firm to spend £4.4bn\n\nThe firm will spend £4.4 billion on chips. It has not said when it will spend more."
    "\n\nIt will spend more than others, the firm said.\n"
)
NOWHERE = Snapshots(None)


def one(make: Factory, citation: Citation, source: Source) -> Content:
    return make.content(source, make.claim("chips", citation))


def proof(evidence: Evidence) -> Proof:
    (only,) = evidence.proofs.values()
    return only


def serious(evidence: Evidence) -> list[tuple[str, Severity]]:
    return [(problem.code, problem.severity) for problem in evidence.problems if problem.severity > Severity.NOTICE]


def notices(evidence: Evidence) -> list[Problem]:
    return [problem for problem in evidence.problems if problem.severity is Severity.NOTICE]


def lock_of(make: Factory, content: Content) -> Lock:
    lock = Lock()
    return parse_lock(write_lock(content, examine(content, make.snapshots, lock), lock, TODAY), lock.path)


def test_found_in_the_snapshot(make: Factory) -> None:
    content = one(make, make.citation("daily", "spend £4.4 billion"), make.source("daily", TEXT))
    evidence = examine(content, make.snapshots, Lock())
    found = proof(evidence)
    assert found.state is ProofState.VERIFIED
    assert TEXT[found.start : found.end] == "spend £4.4 billion"
    assert (found.match, found.length, found.occurrences, found.proved) == (MatchClass.EXACT, len(TEXT), 1, None)
    assert found.position == Fraction(TEXT.index("spend £4.4 billion"), len(TEXT))
    assert serious(evidence) == []
    assert [problem.code for problem in evidence.problems] == ["lock-behind"]


def test_found_in_the_snapshot_and_in_the_lock(make: Factory) -> None:
    content = one(make, make.citation("daily", "spend £4.4 billion"), make.source("daily", TEXT))
    evidence = examine(content, make.snapshots, lock_of(make, content))
    assert (proof(evidence).state, proof(evidence).proved) == (ProofState.VERIFIED, TODAY)
    assert evidence.problems == ()


def test_a_snapshot_that_was_edited_is_told_though_the_lock_proves_its_words(make: Factory) -> None:
    content = one(make, make.citation("daily", "spend £4.4 billion"), make.source("daily", TEXT))
    lock = lock_of(make, content)
    for path in make.folder.iterdir():
        path.unlink()
    (make.folder / "daily.txt").write_text(TEXT.replace("4.4", "4.5"), "utf-8")
    evidence = examine(content, make.snapshots, lock)
    assert proof(evidence).state is ProofState.LOCKED
    assert [problem.code for problem in evidence.problems] == ["snapshot-differs"]


def test_proved_by_the_lock_alone(make: Factory) -> None:
    content = one(make, make.citation("daily", "spend £4.4 billion"), make.source("daily", TEXT))
    here = proof(examine(content, make.snapshots, lock_of(make, content)))
    evidence = examine(content, NOWHERE, lock_of(make, content))
    assert proof(evidence) == replace(here, state=ProofState.LOCKED, here=False, spans=())
    assert evidence.problems == ()


@pytest.mark.parametrize("quote", ["spend $4.4 billion", "spend £4.5 billion", "will spend £4.4 billion"])
def test_a_changed_quotation_is_not_proved_by_an_old_lock(make: Factory, quote: str) -> None:
    source = make.source("daily", TEXT)
    lock = lock_of(make, one(make, make.citation("daily", "spend £4.4 billion"), source))
    evidence = examine(one(make, make.citation("daily", quote), source), NOWHERE, lock)
    assert proof(evidence).state is ProofState.UNCHECKED
    assert serious(evidence) == [("quotation-unchecked", Severity.WARNING)]
    (problem,) = evidence.problems
    assert str(problem.place) == "content/claims/chips.md#citations.0.quote:1:1"
    assert "factreport verify" in problem.hint


def test_no_entry_and_another_snapshot_are_unchecked(make: Factory) -> None:
    citation, source = make.citation("daily", "spend £4.4 billion"), make.source("daily", TEXT)
    lock = lock_of(make, one(make, citation, source))
    other = make.source("daily", TEXT + "Later addition.\n", here=False)
    for content, known in ((one(make, citation, source), Lock()), (one(make, citation, other), lock)):
        evidence = examine(content, NOWHERE, known)
        assert serious(evidence) == [("quotation-unchecked", Severity.WARNING)]


def test_changed_prefix_is_unchecked(make: Factory) -> None:
    source = make.source("daily", TEXT)
    citation = make.citation("daily", "will spend more", prefix="It")
    lock = lock_of(make, one(make, citation, source))
    evidence = examine(one(make, replace(citation, prefix="when it"), source), NOWHERE, lock)
    assert serious(evidence) == [("quotation-unchecked", Severity.WARNING)]


@pytest.mark.parametrize(
    ("quote", "code", "message", "hint"),
    [
        ("will spend $4.4 billion on", "quotation-not-found", "These words are not in the snapshot of Daily.",
         "The nearest words, 20% into the text: “will spend £4.4 billion on”"),
        ("4.4 billion", "quotation-not-found", "only as part of a longer word or number", "£4.4 billion"),
        ("£4.4bn The firm will", "quotation-not-found", "over the end of a paragraph", "9% into"),
        ("rice fields in spring", "quotation-not-found", "not in the snapshot", "Nothing in the snapshot comes near"),
        ("will spend more", "ambiguous-quotation", "2 times in the snapshot", "`prefix:`"),
    ],
)  # fmt: skip
def test_not_found_is_an_error_with_the_nearest_words(
    make: Factory, quote: str, code: str, message: str, hint: str
) -> None:
    content = one(make, make.citation("daily", quote), make.source("daily", TEXT))
    evidence = examine(content, make.snapshots, lock_of(make, content))
    assert proof(evidence).state is ProofState.FAILED
    (problem,) = [found for found in evidence.problems if found.severity > Severity.NOTICE]
    assert (problem.code, problem.severity) == (code, Severity.ERROR)
    assert message in problem.message
    assert hint in problem.hint
    assert str(problem.place) == "content/claims/chips.md#citations.0.quote:1:1"


def test_the_snapshot_wins_over_the_lock(make: Factory) -> None:
    """A lock that somebody wrote for words that are not there proves nothing where the snapshot is."""
    source = make.source("daily", TEXT)
    citation = make.citation("daily", "will spend $4.4 billion on")
    forged = write_lock(
        one(make, citation, source),
        Evidence(
            {("chips", "daily-figure"): Proof("chips", "daily-figure", "daily", ProofState.VERIFIED, source.snapshot,
                                              len(TEXT), MatchClass.EXACT, 30, 56, occurrences=1)},
            examine(make.content(), NOWHERE, Lock()).origins, (),
        ),
        Lock(), TODAY,
    )  # fmt: skip
    lock = parse_lock(forged, "content/evidence.lock")
    assert lock.problems == ()
    assert proof(examine(one(make, citation, source), make.snapshots, lock)).state is ProofState.FAILED


def test_a_wrong_prefix_is_told_apart(make: Factory) -> None:
    citation = make.citation("daily", "spend £4.4 billion", prefix="would")
    evidence = examine(one(make, citation, make.source("daily", TEXT)), make.snapshots, Lock())
    assert serious(evidence) == [("wrong-context", Severity.ERROR)]


def test_without_a_copy_words_are_only_noted_as_unchecked(make: Factory) -> None:
    evidence = examine(one(make, make.citation("daily", "any words at all"), make.source("daily")), NOWHERE, Lock())
    assert proof(evidence).state is ProofState.NO_SNAPSHOT
    assert [problem.code for problem in notices(evidence)] == ["no-copy"]
    assert serious(evidence) == []


def test_a_noted_figure_has_no_words(make: Factory) -> None:
    citation = make.citation("daily", noted="£4.4 billion")
    evidence = examine(one(make, citation, make.source("daily", TEXT)), make.snapshots, Lock())
    assert proof(evidence).state is ProofState.NOT_KEPT
    assert [problem.code for problem in evidence.problems] == ["wording-not-kept"]


def test_omissions_are_proved_and_locked(make: Factory) -> None:
    content = one(make, make.citation("daily", omits=("yuan", "chip")), make.source("daily", TEXT))
    here = examine(content, make.snapshots, Lock())
    assert (proof(here).state, proof(here).here) == (ProofState.OMISSION_PROVED, True)
    there = examine(content, NOWHERE, lock_of(make, content))
    assert (proof(there).state, proof(there).here, proof(there).proved) == (ProofState.OMISSION_PROVED, False, TODAY)
    assert there.problems == ()
    changed = one(make, make.citation("daily", omits=("yuan", "chips")), make.source("daily", TEXT))
    assert serious(examine(changed, NOWHERE, lock_of(make, content))) == [("quotation-unchecked", Severity.WARNING)]


def test_an_omission_without_a_copy_is_our_reading(make: Factory) -> None:
    content = one(make, make.citation("daily", omits=("yuan",)), make.source("daily"))
    assert proof(examine(content, NOWHERE, Lock())).state is ProofState.OMISSION_READ


def test_words_that_are_there_after_all(make: Factory) -> None:
    content = one(make, make.citation("daily", omits=("FIRM", "chips", "yuan")), make.source("daily", TEXT))
    evidence = examine(content, make.snapshots, Lock())
    found = [problem.message for problem in evidence.problems]
    assert proof(evidence).state is ProofState.FAILED
    assert serious(evidence) == [("omitted-words-found", Severity.ERROR)] * 2
    assert "“FIRM”" in found[0]
    assert "0% into the text" in found[0]
    assert "“chips”" in found[1]


def test_a_quotation_is_no_omission_of_the_same_word(make: Factory) -> None:
    source = make.source("daily", "No such currency is named in this text.")
    lock = lock_of(make, one(make, make.citation("daily", omits=("yuan",)), source))
    evidence = examine(one(make, make.citation("daily", "yuan"), source), NOWHERE, lock)
    assert proof(evidence).state is ProofState.UNCHECKED


def test_short_quotations_and_clipped_sentences_are_noticed(make: Factory) -> None:
    content = make.content(
        make.source("daily", TEXT),
        make.claim(
            "chips",
            make.citation("daily", "on chips."),
            make.citation("daily", "said when it will spend", identity="daily-when"),
            make.citation("daily", "has not said when it", identity="daily-not"),
        ),
    )
    found = [(problem.code, problem.place.path) for problem in examine(content, make.snapshots, Lock()).problems]
    assert found == [
        ("short-quotation", "content/claims/chips.md#citations.0.quote"),
        ("clipped-quotation", "content/claims/chips.md#citations.1.quote"),
        ("lock-behind", "content/evidence.lock"),
    ]


def test_a_snapshot_that_is_no_text(make: Factory) -> None:
    source = make.source("daily", "x")
    data = "£4.4bn".encode("latin-1")
    (make.folder / "daily.txt").write_bytes(data)
    from hashlib import sha256  # noqa: PLC0415

    content = one(make, make.citation("daily", "£4.4bn"), replace(source, snapshot=sha256(data).hexdigest()))
    evidence = examine(content, make.snapshots, Lock())
    assert ("unreadable-snapshot", Severity.ERROR) in serious(evidence)
    assert evidence.problems[-1].place.path == "content/sources/daily.md#snapshot"


def test_snapshots_are_known_by_their_bytes(make: Factory) -> None:
    source = make.source("daily", TEXT)
    deep = make.folder / "2025" / "captures"
    deep.mkdir(parents=True)
    (make.folder / "daily.txt").rename(deep / "any name.html")
    snapshot = make.snapshots.find(source.snapshot or "")
    assert snapshot is not None
    assert snapshot.text == TEXT
    assert make.snapshots.find("0" * 64) is None


def test_snapshots_are_read_only_until_found(make: Factory) -> None:
    first = make.source("a", "first text")
    make.source("b", "second text")
    snapshots = make.snapshots
    assert snapshots.find(first.snapshot or "") is not None
    (make.folder / "b.txt").unlink()
    assert snapshots.find(first.snapshot or "") is not None
