"""Cases of the linter: a folder named for a rule's code holds what is wrong, and `expected.txt` what is said of it.

`change.json` changes the good review on a good page, as a merge patch (RFC 7396). Any other file is laid out as it is;
those of `site/` over the good site in `base/site/`, less what `without.txt` names. In a page `<!-- earth -->` is for
the script with the review of that name in `base/reviews.json`, `<!-- earth {"url": …} -->` for a changed one; in a JSON
file `{"$review": "earth", "$change": {…}}` does. `arguments.txt` has more arguments, or the paths if these are not all.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factreport.claimreview.inputs import MEGABYTE
from factreport.claimreview.lint import lint
from factreport.claimreview.problem import Problem, Profile

if TYPE_CHECKING:
    from factreport.claimreview.subjects import Options

CASES = Path(__file__).parents[1] / "cases" / "claimreview"
BASE = CASES / "base"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and path.name != "base")
REVIEWS: dict[str, Any] = json.loads((BASE / "reviews.json").read_text(encoding="utf-8"))
NOT_COPIED = {"expected.txt", "without.txt", "arguments.txt", "change.json"}
_MARK = re.compile(r"<!-- (\w+)(?: (\{.*\}))? -->")


def merged(value: Any, patch: Any) -> Any:
    """Apply a merge patch: https://www.rfc-editor.org/rfc/rfc7396."""
    if not isinstance(patch, dict):
        return patch
    kept = dict(value) if isinstance(value, dict) else {}
    for name, change in patch.items():
        if change is None:
            kept.pop(name, None)
        else:
            kept[name] = merged(kept.get(name), change)
    return kept


def review(name: str = "earth", change: Any = None) -> Any:
    """Give an example with a change."""
    made = REVIEWS[name]
    if "$like" in made:
        made = merged(review(made["$like"]), {key: value for key, value in made.items() if key != "$like"})
    return merged(resolved(made), change or {})


def resolved(value: Any) -> Any:
    """Put examples where a JSON file names them."""
    if isinstance(value, list):
        return [resolved(entry) for entry in value]
    if isinstance(value, dict) and "$review" in value:
        return review(value["$review"], resolved(value.get("$change")))
    return {key: resolved(entry) for key, entry in value.items()} if isinstance(value, dict) else value


def script(data: Any) -> str:
    """Give a script element, as a site writes it."""
    return f'<script type="application/ld+json">\n{json.dumps(data, ensure_ascii=False, indent=1)}\n</script>'


def page(text: str) -> str:
    """Put scripts where a page names examples."""
    return _MARK.sub(lambda mark: script(review(mark[1], json.loads(mark[2] or "{}"))), text)


def write(source: Path, target: Path) -> None:
    """Lay a file out, with the examples that it names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    content = source.read_bytes()
    if source.suffix == ".html":
        target.write_text(page(content.decode("utf-8")), encoding="utf-8")
    elif b'"$review"' in content:
        target.write_text(json.dumps(resolved(json.loads(content)), indent=1), encoding="utf-8")
    else:
        target.write_bytes(content)


def lay_out(name: str, folder: Path) -> list[str]:
    """Lay a case out in an empty folder and give the arguments with which it is read there."""
    case = CASES / name
    sources = [path for path in sorted(case.rglob("*")) if path.is_file() and path.name not in NOT_COPIED]
    if (case / "site").exists():
        lay_out_site(folder / "site")
    for source in sources:
        write(source, folder / source.relative_to(case))
    change = case / "change.json"
    if change.exists():
        patch = json.loads(change.read_text(encoding="utf-8"))
        good = (BASE / "page.html").read_text(encoding="utf-8")
        (folder / "page.html").write_text(page(good.replace("<!-- earth -->", script(review("earth", patch)))), "utf-8")
    without = case / "without.txt"
    for line in without.read_text(encoding="utf-8").split() if without.exists() else ():
        target = folder / "site" / line
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    more = case / "arguments.txt"
    arguments = shlex.split(more.read_text(encoding="utf-8")) if more.exists() else []
    if any(not argument.startswith("-") for argument in arguments[:1]):
        return arguments
    return [*sorted(path.name for path in folder.iterdir()), *arguments]


def lay_out_site(folder: Path) -> None:
    for source in sorted((BASE / "site").rglob("*")):
        if source.is_file():
            write(source, folder / source.relative_to(BASE / "site"))


def problems_of(
    paths: list[str], profiles: tuple[Profile, ...] = tuple(Profile), options: Options | None = None, size: float = 1
) -> tuple[Problem, ...]:
    """Give the problems of paths in the current folder, by all profiles unless told."""
    return lint(paths, profiles, options, limit=int(size * MEGABYTE)).problems
