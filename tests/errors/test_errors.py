"""Every message has an example: a folder named for the code, laid over a small good site, and the exact output.

A folder holds what is wrong: `claim.md`, `source.md`, `story.md` or `page.md` stand for one more file of that sort,
`scale.yml` for the scale, `content/` and `evidence/` are laid over those of `base/` as they are, `without.txt` lists
what is taken away. `expected.txt` is all that is printed, of notices only the one that the folder is about. Both are
written anew, like `docs/messages.md`, by `pytest tests/errors --update-golden`: look at the difference before you
commit it.
"""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import factreport
from factreport.cli.check import all_problems
from factreport.cli.project import read_settings
from factreport.model.problem import Problem, ProblemKind, Severity
from factreport.pipeline import run

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
BASE = HERE / "base"
EXAMPLES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name not in {"base", "__pycache__"})
SHORT_FOR = {
    "claim.md": "content/claims/claim.md",
    "source.md": "content/sources/source.md",
    "story.md": "content/stories/story.md",
    "page.md": "content/pages/page.md",
    "scale.yml": "content/scale.yml",
}
NOT_COPIED = {"expected.txt", "without.txt"}
PUBLISHED = HERE.parents[1] / "docs" / "messages.md"
HEAD = """# Messages

Every message that `factreport check` and every build can print, by code, with an example. An *error* stops every build
(a preview only leaves the item out), a *warning* stops a strict build and can be acknowledged in its file (`accept`),
a *notice* stops nothing.

This page is made from the examples in `tests/errors/`: `pytest tests/errors --update-golden`.
"""


@pytest.fixture(autouse=True)
def _no_other_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTREPORT_EVIDENCE", raising=False)


def rooms() -> list[str]:
    """Give the modules in which rooms register their problems."""
    names = (f"{room.name}.problem_kinds" for room in pkgutil.iter_modules(factreport.__path__, "factreport."))
    return [name for name in names if _is_there(name)]


def _is_there(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def registered() -> dict[str, ProblemKind]:
    """Give every sort of problem of every room."""
    kinds: list[ProblemKind] = [kind for name in rooms() for kind in importlib.import_module(name).KINDS]
    return {kind.code: kind for kind in sorted(kinds, key=lambda kind: kind.code)}


def build_example(name: str, folder: Path) -> None:
    """Lay the example over the good site."""
    shutil.copytree(BASE, folder)
    example = HERE / name
    for path in sorted(example.rglob("*")):
        relative = path.relative_to(example).as_posix()
        if path.is_file() and relative not in NOT_COPIED:
            target = folder / SHORT_FOR.get(relative, relative)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    removed = example / "without.txt"
    for line in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        target = folder / line
        shutil.rmtree(target) if target.is_dir() else target.unlink()


def problems_in(folder: Path) -> tuple[Problem, ...]:
    settings = read_settings(folder)
    return all_problems(run(settings), settings)


def printed(problems: Iterable[Problem], code: str) -> str:
    shown = (problem for problem in problems if problem.severity > Severity.NOTICE or problem.code == code)
    return "".join(f"{problem}\n" for problem in shown)


def test_the_good_site_has_no_errors_and_no_warnings(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "site")
    assert printed(problems_in(tmp_path / "site"), "") == ""


@pytest.mark.parametrize("name", EXAMPLES)
def test_message(name: str, tmp_path: Path, *, update_golden: bool) -> None:
    build_example(name, tmp_path / "site")
    problems = problems_in(tmp_path / "site")
    expected = HERE / name / "expected.txt"
    if update_golden:
        expected.write_text(printed(problems, name), encoding="utf-8")
    assert printed(problems, name) == expected.read_text(encoding="utf-8")
    assert name in {problem.code for problem in problems}


def test_every_problem_has_the_severity_that_is_registered(tmp_path: Path) -> None:
    kinds = registered()
    for name in EXAMPLES:
        build_example(name, tmp_path / name)
        for problem in problems_in(tmp_path / name):
            assert problem.severity is kinds[problem.code].severity, problem


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    assert set(EXAMPLES) == set(registered())


def test_no_code_is_registered_twice() -> None:
    codes = [kind.code for name in rooms() for kind in importlib.import_module(name).KINDS]
    assert sorted(set(codes)) == sorted(codes)


def test_messages_are_whole_sentences() -> None:
    for name in EXAMPLES:
        for block in _blocks((HERE / name / "expected.txt").read_text(encoding="utf-8")):
            assert block.splitlines()[0].endswith((".", "?")), block


def test_the_published_list_is_up_to_date(*, update_golden: bool) -> None:
    made = published()
    if update_golden:
        PUBLISHED.write_text(made, encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == made, "run: pytest tests/errors --update-golden"


def published() -> str:
    sections = [_section(kind) for kind in registered().values()]
    return "\n".join([HEAD, *sections])


def _section(kind: ProblemKind) -> str:
    expected = HERE / kind.code / "expected.txt"
    blocks = _blocks(expected.read_text(encoding="utf-8")) if expected.exists() else []
    own = [block for block in blocks if f": {kind.code}: " in block.splitlines()[0]]
    example = f"\n```text\n{own[0]}\n```\n" if own else ""
    return f"## {kind.code}\n\n*{kind.severity.name.capitalize()}.* {kind.about}\n{example}"


def _blocks(text: str) -> list[str]:
    """Give each problem with its hint."""
    joined = text.rstrip("\n").replace("\n    hint:", "\v    hint:")
    return [block.replace("\v", "\n") for block in joined.split("\n")] if joined else []
