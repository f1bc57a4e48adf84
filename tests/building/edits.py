"""Random edits of a generated site, and its builds: going on from the last one, and from the content alone."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import yaml
from bench.corpus import files

from factreport.building.lookout import look_out
from factreport.building.output import put_page
from factreport.building.session import open_session
from factreport.building.store import Store, store_of
from factreport.building.told import tell
from factreport.evidence.lock_writer import write_lock
from factreport.model.problem import Severity
from factreport.pages.page import Crumb, Page
from factreport.pages.prose import Prose
from factreport.pages.site import prose_page
from factreport.pipeline import run
from factreport.publication.file import write_publication
from factreport.publication.record import publication_of
from factreport.settings import Extra, Settings
from factreport.site_folder import SiteFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from random import Random

    from factreport.building.left import Left
    from factreport.building.session import Session
    from factreport.model.problem import Problem
    from factreport.pages.site import Site

CLAIMS, STORIES, CAPTURED = 12, 4, 3


@dataclass(slots=True)
class Project:
    """A generated site in a folder of its own."""

    folder: Path
    site_name: str = "Figures checked"
    prices: int = 0
    """Counts edits, so that each writes something new."""
    preview: bool = False
    before: tuple[Path, str] | None = None
    """The record changed last, with its text before that."""
    plain: bool = False
    """Whether the site goes without everything that a site can go without."""
    welcome: str = "# Welcome"
    """What editors wrote for the home page."""
    remembers: bool = False
    """Whether builds go on from what the last one left in memory, as those of a running preview do."""
    left: Left | None = None
    captured_in: str = "evidence"
    """The folder of the snapshots."""
    kinds: list[str] = field(default_factory=list)
    """What the last edits were."""
    away: dict[Path, str] = field(default_factory=dict)
    """Files that were taken away and will be brought back, with their texts."""

    @classmethod
    def made(cls, folder: Path) -> Project:
        for path, text in files(CLAIMS):
            for written, words in _in_stories(path, text):
                target = folder / written
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(words, encoding="utf-8")
        (folder / "templates").mkdir()
        _capture(folder)
        return cls(folder)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def evidence(self) -> Path:
        return self.folder / self.captured_in

    def capture_in(self, folder: str) -> None:
        """Move the snapshots into another folder."""
        self.evidence.rename(self.folder / folder)
        self.captured_in = folder
        (self.folder / "evidence").mkdir()

    @property
    def store(self) -> Path:
        return store_of(self.settings()).path

    def settings(self) -> Settings:
        return Settings(
            project=self.folder,
            content=self.folder / "content",
            evidence=self.evidence,
            templates=(self.folder / "templates",),
            site_name=self.site_name,
            site_url="https://figures.example.org/",
            leave_out=tuple(Extra) if self.plain else (Extra.LINK_PREVIEWS,),
            preview=self.preview,
        )

    def build(self) -> Built:
        """Go on from the last build, into the site's own folder."""
        built = _build(self.settings(), self.site, self.welcome, Store(self.store), self.left)
        if self.remembers and built.is_published:
            self.left = built.session.left
        return built

    def build_anew(self) -> Built:
        """Build from the content alone, into another folder."""
        return _build(self.settings(), self.folder / "anew", self.welcome)

    def build_beside(self) -> Built:
        """Build as another process does that has a site of its own."""
        return _build(self.settings(), self.folder / "beside", self.welcome, Store(self.store, process=0))

    def records(self, noun: str) -> list[Path]:
        return sorted((self.folder / "content" / noun).rglob("*.md"))

    def change(self, path: Path, change: Callable[[str], str]) -> None:
        self.before = path, path.read_text(encoding="utf-8")
        path.write_text(change(self.before[1]), encoding="utf-8")

    def undo(self) -> None:
        """Take the last change of a record back."""
        if self.before is not None:
            self.before[0].write_text(self.before[1], encoding="utf-8")

    def save(self) -> None:
        """Note all files as they are."""
        for name in ("content", "evidence"):
            shutil.rmtree(self.folder / "saved" / name, ignore_errors=True)
            shutil.copytree(self.folder / name, self.folder / "saved" / name)

    def go_back(self) -> None:
        """Bring all files back as they were noted."""
        for name in ("content", "evidence"):
            shutil.rmtree(self.folder / name)
            shutil.copytree(self.folder / "saved" / name, self.folder / name)
        self.away.clear()

    def take_away(self, path: Path) -> None:
        """Take a file away, or bring all back that were taken away before."""
        if self.away:
            for one, text in self.away.items():
                one.write_text(text, encoding="utf-8")
            self.away.clear()
        else:
            self.away[path] = path.read_text(encoding="utf-8")
            path.unlink()


def _capture(folder: Path) -> None:
    """Give the sources that are cited most a snapshot each: what is quoted from them, each once."""
    quoted: dict[str, list[str]] = {}
    for path in sorted((folder / "content/claims").iterdir()):
        claim = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        for citation in claim["citations"]:
            if words := citation.get("quote"):
                quoted.setdefault(citation["source"], []).append(words)
    (folder / "evidence").mkdir()
    for slug in sorted(quoted, key=lambda slug: (-len(quoted[slug]), slug))[:CAPTURED]:
        # What stands there twice would prove nothing.
        words = dict.fromkeys(one for one in quoted[slug] if not any(one in other != one for other in quoted[slug]))
        text = " And then: ".join(words).encode()
        (folder / f"evidence/{slug}.txt").write_bytes(text)
        path = folder / f"content/sources/{slug}.md"
        digest = f"snapshot: sha256:{hashlib.sha256(text).hexdigest()}"
        path.write_text(re.sub(r"(?m)^snapshot: .*$", digest, path.read_text(encoding="utf-8")), encoding="utf-8")


def _in_stories(path: str, text: str) -> Iterator[tuple[str, str]]:
    """Give a generated file so that its claims are in several small stories, and so in several families."""
    if path.startswith("content/claims/"):
        story = f"story-{int(path[-9:-3]) % STORIES:05}"
        yield path, re.sub(r"(?m)^story: .*$", f"story: {story}", text)
    elif path.startswith("content/stories/"):
        head, _names, rest = text.partition("claims:\n")
        body = rest.partition("\n---\n")[2]
        for number in range(STORIES):
            yield f"content/stories/story-{number:05}.md", f"{head}---\n{body}"
    else:
        yield path, text


@dataclass(frozen=True, slots=True)
class Built:
    session: Session
    problems: tuple[Problem, ...]
    is_published: bool


def _build(settings: Settings, site: Path, welcome: str, store: Store | None = None, left: Left | None = None) -> Built:
    folder, pages = SiteFolder.at(site), (Prose("", welcome), Prose("method/", ""), Prose("about/", "# About\nUs."))
    folder.prepare()
    lookout = look_out(settings.input_folders, folder.final, 1)
    session = open_session(settings, folder.building, 1, store, lookout, left=left)
    session.make_claims(
        (Crumb("Home", ""), Crumb("Method", "method/"), Crumb("About", "about/")),
        {prose.address: prose.fingerprint for prose in pages},
    )
    problems = session.problems
    assert session.told == tell(problems)
    if not settings.preview and any(problem.severity is Severity.ERROR for problem in problems):
        session.discard()
        folder.discard()
        return Built(session, problems, is_published=False)
    for prose in pages:
        text = session.document(prose.address, prose.fingerprint, partial(_draw, prose))
        put_page(folder.building, Page(prose.address, text))
    session.make_gatherings([prose.address for prose in pages])
    session.put_in_place(folder)
    return Built(session, problems, is_published=True)


def _draw(prose: Prose, site: Site) -> str:
    return prose_page(site, prose).text


def contents(site: Path) -> Mapping[str, bytes]:
    """Give every file of a site, by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def identities(site: Path) -> Mapping[str, int]:
    """Give the number of every file of a site: a file that was written has another."""
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*") if path.is_file()}


def edit(project: Project, random: Random) -> None:
    """Make one random edit."""
    # A running preview does not look whether somebody changes its site.
    found = [one for one in EDITS.items() if not (project.remembers and one[0] == "meddled")]
    name, make = random.choice(found)
    project.prices += 1
    project.kinds.append(name)
    make(project, random)


def wide_edit(project: Project, random: Random) -> None:
    """Make one random edit that concerns more than its claim or story."""
    name = random.choice(WIDE)
    project.prices += 1
    project.kinds.append(name)
    EDITS[name](project, random)


def small_edit(project: Project, random: Random) -> None:
    """Make one random edit of one claim or story, that concerns nothing else."""
    name = random.choice(SMALL)
    project.prices += 1
    project.kinds.append(name)
    EDITS[name](project, random)


def _welcome(project: Project, random: Random) -> None:  # noqa: ARG001 - the signature of edits
    project.welcome = f"# Welcome\n\nThis is edit {project.prices}."


def _claim(project: Project, random: Random) -> Path:
    return random.choice(project.records("claims"))


def _put(project: Project, path: Path, line: str) -> None:
    """Put a line in the place of the first one that gives the same field."""
    name = line.partition(":")[0]
    project.change(path, lambda text: re.sub(rf"(?m)^{name}: .*$", line, text, count=1))


def _answer(project: Project, random: Random) -> None:
    new = f"answer: Use {project.prices} million <b>&amp; no more</b>."
    _put(project, _claim(project, random), new)


def _in_place(project: Project, random: Random) -> None:
    """Write into a claim's file itself, which then looks as large and as old as before."""
    path = _claim(project, random)
    before, text = path.stat(), path.read_bytes()
    with path.open("r+b") as file:
        file.seek(text.index(b"claim: ") + len(b"claim: '"))
        file.write(random.choice((b"A", b"B", b"C")))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _verdict(project: Project, random: Random) -> None:
    new = f"verdict: {random.choice(('supported', 'disputed', 'contradicted'))}"
    _put(project, _claim(project, random), new)


def _title(project: Project, random: Random) -> None:
    new = f'claim: "Claim number {project.prices} costs <i>too</i> much"'
    _put(project, _claim(project, random), new)


def _checked(project: Project, random: Random) -> None:
    new = f"checked: 2026-{1 + random.randrange(12):02}-{1 + random.randrange(28):02}"
    _put(project, _claim(project, random), new)


def _body(project: Project, random: Random) -> None:
    line = f"\nWord number {project.prices}: *{{{{ 7 * 7 }}}}* and [a link](https://example.org/{project.prices}).\n"
    project.change(_claim(project, random), lambda text: text + line)


def _figure(project: Project, random: Random) -> None:
    """Change what a source is cited for: an amount without its quotation."""

    def changed(text: str) -> str:
        return re.sub(r"(?m)^(      amount: ).*\d.*$", rf"\g<1>${project.prices + 2} billion", text, count=1)

    project.change(_claim(project, random), changed)


def _story_text(project: Project, random: Random) -> None:
    story = random.choice(project.records("stories"))
    project.change(story, lambda text: text + f"\nBackground number {project.prices}.\n")


def _story_title(project: Project, random: Random) -> None:
    new = f"title: Story number {project.prices}"
    story = random.choice(project.records("stories"))
    _put(project, story, new)


def _topics(project: Project, random: Random) -> None:
    new = f"topics: [topic-{random.randrange(4)}, ports-contracts]"
    _put(project, _claim(project, random), new)


def _claimant(project: Project, random: Random) -> None:
    new = f"claimant: Somebody of house {random.randrange(5)}"
    _put(project, _claim(project, random), new)


def _publisher(project: Project, random: Random) -> None:
    source = random.choice(project.records("sources"))
    new = f"publisher: Paper number {project.prices}"
    _put(project, source, new)


def _former(project: Project, random: Random) -> None:
    new = f"former_slugs: [former-{random.randrange(3)}]\nverdict:"
    project.change(
        _claim(project, random),
        lambda text: text if "former_slugs" in text else re.sub(r"(?m)^verdict:", new, text, count=1),
    )


def _draft(project: Project, random: Random) -> None:
    project.change(_claim(project, random), lambda text: text.replace("\nverdict:", "\ndraft: yes\nverdict:", 1))


def _added(project: Project, random: Random) -> None:
    old = _claim(project, random)
    shutil.copy(old, old.with_name(f"added-{project.prices}.md"))


def _renamed(project: Project, random: Random) -> None:
    old = _claim(project, random)
    old.rename(old.with_name(f"renamed-{project.prices}.md"))


def _deleted(project: Project, random: Random) -> None:
    if len(project.records("claims")) > CLAIMS // 2:
        _claim(project, random).unlink()


def _broken(project: Project, _random: Random) -> None:
    """Write a mistake that stops a build, or take one back."""
    path = project.folder / "content" / "claims" / "broken.md"
    if path.exists():
        path.unlink()
    else:
        path.write_text("---\nclaim: [\n---\n", encoding="utf-8")


def _mistake(project: Project, random: Random) -> None:
    """Write a mistake into a claim that there is, or take it back."""
    found = [path for path in project.records("claims") if MISTAKES.search(path.read_text(encoding="utf-8"))]
    if found:
        project.change(found[0], lambda text: MISTAKES.sub("", text))
        return
    mistake = random.choice(("nonsense: 1\n", "claimed: on some day\n", "verdict: [\n"))
    project.change(_claim(project, random), lambda text: text.replace("\ncitations:", f"\n{mistake}citations:", 1))


MISTAKES = re.compile(r"nonsense: 1\n|claimed: on some day\n|verdict: \[\n")


def _template(project: Project, _random: Random) -> None:
    text = f'<h1>Nothing here, for the {project.prices}th time</h1>\n{{{{ link("") }}}}\n'
    (project.folder / "templates" / "404.html").write_text(text, encoding="utf-8")


def _name(project: Project, _random: Random) -> None:
    project.site_name = f"Desk number {project.prices}"


def _damage(project: Project, random: Random) -> None:
    """Do something to what is kept."""
    if not project.store.is_file():
        return
    data = bytearray(project.store.read_bytes())
    sort = random.randrange(3)
    if sort == 0:
        data[random.randrange(len(data))] ^= 1 + random.randrange(255)
    elif sort == 1:
        del data[random.randrange(len(data)) :]
    else:
        data = bytearray(b"not a database")
    project.store.write_bytes(data)


def _meddled(project: Project, random: Random) -> None:
    """Do something to the finished site."""
    if not project.site.is_dir():
        return
    path = random.choice(sorted(path for path in project.site.rglob("*") if path.is_file()))
    if random.randrange(2):
        path.unlink()
    else:
        path.write_text("Not ours.", encoding="utf-8")


def _basis(project: Project, random: Random) -> None:
    """Change what no list shows, but data do."""
    _put(project, _claim(project, random), f"would_settle: Paper number {project.prices}.")


def _note(project: Project, random: Random) -> None:
    new = f"    note: Note number {project.prices}."
    project.change(_claim(project, random), lambda text: re.sub(r"(?m)^    note: .*$", new, text))


def _stray(project: Project, random: Random) -> None:
    """Put a file where nothing reads it, or take it away: a note, or a claim that lost its way."""
    path = project.folder / "content/drawer/lost.md"
    path.parent.mkdir(exist_ok=True)
    if path.exists():
        path.unlink()
    else:
        path.write_text(random.choice(("A note.\n", "---\nclaim: Lost\nclaimant: Nobody\n---\n")), encoding="utf-8")


def _source(project: Project, random: Random) -> Path:
    return random.choice(project.records("sources"))


def _source_title(project: Project, random: Random) -> None:
    _put(project, _source(project, random), f'title: "Report number {project.prices}"')


def _source_body(project: Project, random: Random) -> None:
    """Write of a source, naming another as if that were a link, and leading to a third, to a claim and to a story."""
    other, third = _source(project, random).stem, _source(project, random).stem
    claim, story = _claim(project, random).stem, random.choice(project.records("stories")).stem
    links = f"[here](source:{third}), [there](claim:{claim}) and [there too](story:{story})"
    line = f"\nThis is note {project.prices} on [[{other}]], {links}.\n"
    project.change(_source(project, random), lambda text: text + line)


def _credits(project: Project, random: Random) -> None:
    """Let a source credit another, be it in a circle, or take that back."""
    new = f"credits: [{_source(project, random).stem}]\npublisher:"

    def changed(text: str) -> str:
        without = re.sub(r"(?m)^credits: .*\n", "", text)
        return without if without != text else re.sub(r"(?m)^publisher:", new, text, count=1)

    project.change(_source(project, random), changed)


def _source_added(project: Project, random: Random) -> None:
    old = _source(project, random)
    shutil.copy(old, old.with_name(f"added-{project.prices}.md"))


def _away(project: Project, random: Random) -> None:
    """Take a claim, source or story away that others may name, or bring it back."""
    project.take_away(random.choice(project.records(random.choice(("claims", "sources", "stories")))))


def _snapshot(project: Project, random: Random) -> None:
    """Take a snapshot away, so that what it proves is no longer proved, or bring it back."""
    if found := sorted(project.evidence.iterdir()):
        project.take_away(random.choice(found))


def _captured_otherwise(project: Project, random: Random) -> None:
    found = sorted(project.evidence.iterdir())
    if found:
        project.change(random.choice(found), lambda text: f"{text}Word {project.prices}.\n")


def _story_topics(project: Project, random: Random) -> None:
    new = f"topics: [topic-{random.randrange(4)}, ports-contracts]\ntitle:"
    project.change(
        random.choice(project.records("stories")),
        lambda text: re.sub(r"(?m)^title:", new, re.sub(r"(?m)^topics: .*\n", "", text), count=1),
    )


def _story_added(project: Project, random: Random) -> None:
    """Tell a story of a claim."""
    path = project.folder / f"content/stories/added-{project.prices}.md"
    head = f"---\ntitle: New story {project.prices}\nsummary: Told.\n"
    path.write_text(f"{head}claims: [{_claim(project, random).stem}]\n---\n", encoding="utf-8")


def _lone_story(project: Project, random: Random) -> None:
    """Tell a story of no claim, or take one away."""
    found = sorted((project.folder / "content/stories").glob("lone-*.md"))
    if found and random.randrange(2):
        random.choice(found).unlink()
    else:
        path = project.folder / f"content/stories/lone-{project.prices}.md"
        path.write_text(f"---\ntitle: Lone story {project.prices}\nsummary: Told.\n---\n", encoding="utf-8")


def _moved(project: Project, random: Random) -> None:
    """Move a record into a folder of its own: its address stays."""
    old = random.choice(project.records(random.choice(("claims", "sources", "stories"))))
    target = project.folder / "content" / old.relative_to(project.folder / "content").parts[0] / f"n{project.prices}"
    target.mkdir()
    old.rename(target / old.name)


def _linked(project: Project, random: Random) -> None:
    """Lead from a claim or story to others, or name one that may come later as if it were there."""
    claim, story = _claim(project, random).stem, random.choice(project.records("stories")).stem
    later = f"[[added-{project.prices + 1}]] and [added-{project.prices + 2}:amount]"
    line = f"\nSee [this](claim:{claim}), [that](story:{story}), {later}.\n"
    project.change(random.choice(project.records(random.choice(("claims", "stories")))), lambda text: text + line)


def _either(project: Project, path: Path, lines: str, before: str) -> None:
    """Put lines before the first one that begins so, or take lines with the same fields out again."""
    form = "".join(rf"{re.escape(line.partition(':')[0])}:.*\n" for line in lines.splitlines())

    def changed(text: str) -> str:
        without = re.sub(f"(?m)^{form}", "", text)
        return without if without != text else re.sub(f"(?m)^{before}", lines + before, text, count=1)

    project.change(path, changed)


def _retired(project: Project, random: Random) -> None:
    _either(project, _claim(project, random), "retired: {date: 2026-01-02, why: Withdrawn}\n", "verdict:")


def _accepted(project: Project, random: Random) -> None:
    """Accept a warning that comes up, or one that does not."""
    codes = ("not-a-link", "changed-without-correction", "unused-figure", "raw-html", "refers-to-retired")
    noun, before = random.choice((("claims", "verdict:"), ("stories", "title:"), ("sources", "publisher:")))
    lines = f"accept:\n  - code: {random.choice(codes)}\n    because: So\n"
    _either(project, random.choice(project.records(noun)), lines, before)


def _headlines(project: Project, random: Random) -> None:
    lines = f"headlines:\n  - title: Headline{project.prices}\n    claims: [{_claim(project, random).stem}]\n"
    _either(project, _source(project, random), lines, "publisher:")


def _news(project: Project, random: Random) -> None:
    lines = f"news:\n  - title: News{project.prices}\n    claims: [{_claim(project, random).stem}]\n"
    _either(project, random.choice(project.records("stories")), lines, "title:")


def _probably_used(project: Project, random: Random) -> None:
    lines = f"probably_used: [{_source(project, random).stem}]\n"
    _either(project, _source(project, random), lines, "publisher:")


def _through(project: Project, random: Random) -> None:
    """Let the first citation be known through another source, or not any more."""
    lines = f"    through: [{_source(project, random).stem}]\n"
    _either(project, _claim(project, random), lines, "    figure: ")


def _story_draft(project: Project, random: Random) -> None:
    _either(project, random.choice(project.records("stories")), "draft: yes\n", "title:")


def _listed(project: Project, random: Random) -> None:
    """Let a story list a claim, or not any more."""
    lines = f"claims: [{_claim(project, random).stem}]\n"
    _either(project, random.choice(project.records("stories")), lines, "title:")


def _added_up(project: Project, random: Random) -> None:
    """Let a claim reckon with a figure of another."""
    other = _claim(project, random).stem
    line = f"relations:\n  with-other:\n    label: Both\n    sum: [amount, {other}.amount]\n"

    def changed(text: str) -> str:
        without = re.sub(r"  with-other:\n    label: Both\n    sum: .*\n", "", text)
        return without if without != text else text.replace("relations:\n", line, 1)

    project.change(_claim(project, random), changed)


def _entry(project: Project, random: Random) -> None:
    """Change what is said to have been published of a claim, or take an entry away."""
    path = project.folder / "content/published.json"
    if not path.exists():
        return
    published = json.loads(path.read_text(encoding="utf-8"))
    if not published["claims"]:
        return
    slug = random.choice(sorted(published["claims"]))
    if random.randrange(3):
        published["claims"][slug]["answer"] = f"Answer {project.prices}"
    else:
        del published["claims"][slug]
    path.write_text(json.dumps(published, indent=1), encoding="utf-8")


def _locked(project: Project, random: Random) -> None:
    """Write the lock, or take it away."""
    path = project.folder / "content/evidence.lock"
    if path.exists() and random.randrange(3) == 0:
        path.unlink()
        return
    found = run(project.settings())
    day = date(2026, 1, 1 + random.randrange(28))
    path.write_text(write_lock(found.content, found.evidence, found.lock, day), encoding="utf-8")


def _published(project: Project, random: Random) -> None:  # noqa: ARG001 - the signature of edits
    """Write down what is published."""
    path = project.folder / "content/published.json"
    found = run(project.settings())
    findings = (finding for group in found.judgement.findings.values() for finding in group)
    path.write_text(write_publication(publication_of(found.content, findings)), encoding="utf-8")


def _dated(project: Project, random: Random) -> None:
    """Date a source or a story, be it later than what rests on it."""
    folder, name = random.choice((("sources", "published"), ("stories", "happened")))
    _put(project, random.choice(project.records(folder)), f"{name}: {random.choice((2023, 2026, 2052))}-01-15")


def _touched(project: Project, random: Random) -> None:
    os.utime(_claim(project, random))


SMALL = (
    "answer",
    "in place",
    "verdict",
    "title",
    "checked",
    "body",
    "figure",
    "story text",
    "story title",
    "basis",
    "note",
)
WIDE = (
    *("topics", "publisher", "former", "draft", "added", "source title", "source body", "credits", "source added"),
    *("away", "snapshot", "captured otherwise", "story topics", "story added", "lone story", "moved", "linked"),
    *("locked", "published", "retired", "accepted", "headlines", "news", "probably used", "story draft", "listed"),
    *("through", "added up", "entry", "dated", "mistake", "broken"),
)
EDITS: Mapping[str, Callable[[Project, Random], None]] = {
    "answer": _answer,
    "in place": _in_place,
    "verdict": _verdict,
    "title": _title,
    "checked": _checked,
    "body": _body,
    "figure": _figure,
    "story text": _story_text,
    "story title": _story_title,
    "topics": _topics,
    "claimant": _claimant,
    "publisher": _publisher,
    "former": _former,
    "draft": _draft,
    "added": _added,
    "renamed": _renamed,
    "deleted": _deleted,
    "broken": _broken,
    "mistake": _mistake,
    "template": _template,
    "basis": _basis,
    "note": _note,
    "stray": _stray,
    "name": _name,
    "welcome": _welcome,
    "damage": _damage,
    "meddled": _meddled,
    "touched": _touched,
    "source title": _source_title,
    "source body": _source_body,
    "credits": _credits,
    "source added": _source_added,
    "away": _away,
    "snapshot": _snapshot,
    "captured otherwise": _captured_otherwise,
    "story topics": _story_topics,
    "story added": _story_added,
    "lone story": _lone_story,
    "moved": _moved,
    "linked": _linked,
    "locked": _locked,
    "published": _published,
    "retired": _retired,
    "accepted": _accepted,
    "headlines": _headlines,
    "news": _news,
    "probably used": _probably_used,
    "through": _through,
    "story draft": _story_draft,
    "listed": _listed,
    "added up": _added_up,
    "entry": _entry,
    "dated": _dated,
}
