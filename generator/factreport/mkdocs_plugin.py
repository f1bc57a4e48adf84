"""MkDocs as host: the one module that imports it.

It takes the configuration apart, lets the engine build the report, gives prose pages our Markdown, and sees to it that
a failed build leaves the site of the last good one as it was. ProperDocs answers to the same imports. It is longer than
other modules because MkDocs is met nowhere else.
"""

from __future__ import annotations

import logging
import re
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote, urlsplit

import mkdocs.plugins
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler
from mkdocs.utils.yaml import yaml_load
from msgspec.structs import replace

from factreport.building import log as building_log
from factreport.building import words
from factreport.building.addresses_in_use import is_taken
from factreport.building.lookout import Lookout, look_out
from factreport.building.store import store_of
from factreport.building.told import Told, tell
from factreport.building.workers import end_soon, processors, search_later, search_rarely
from factreport.language import SOURCE, speak
from factreport.language import gettext as _
from factreport.late import late
from factreport.model.problem import Severity
from factreport.reading.text_file import shown_path
from factreport.settings import (
    FORMAT_VERSION,
    TRANSLATIONS,
    Settings,
    evidence_folder,
    parse_address,
    parse_extras,
    parse_language,
    parse_share,
    parse_switch,
    parse_text,
    parse_version,
    parse_words,
    refuse_published,
)
from factreport.site_folder import BuildLock, SiteFolder
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from factreport.building import engine
    from factreport.building.left import Left
    from factreport.building.session import Session
    from factreport.building.store import Store
    from factreport.model.problem import Problem
    from factreport.pages.finished import Finished
    from factreport.pages.prose import Prose
    from factreport.pages.site import Site
    from factreport.reading.known import Known
    from factreport.reading.prose import ProseText
else:
    # Meanwhile the lookout has begun to look.
    engine = late("factreport.building.engine")

# A child of the host's own logger, whichever host it is: only so do warnings count for --strict.
log = logging.getLogger(f"{mkdocs.plugins.__name__}.factreport")
# What a build says of its steps goes the same way.
building_log.parent = log

_FIRST, _LAST = 100, -100
_ID = re.compile(r' id="([^"]+)"')

Parsed = TypeVar("Parsed")


class ParsedOption(c.OptionallyRequired[Parsed]):
    """An option whose value a function of ours reads, the same one as for the commands."""

    def __init__(self, parse: Callable[[object], Parsed], default: object = None) -> None:
        super().__init__(default=default)
        self._parse = parse

    def run_validation(self, value: object) -> Parsed:
        """Give what the function gives."""
        try:
            return self._parse(value)
        except ValueError as error:
            raise base.ValidationError(str(error)) from None


class FactreportConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in `mkdocs.yml`."""

    content = c.Optional(c.Dir(exists=True))
    """Folder of claims, sources, stories and the scale; default: the folder above `docs_dir`."""
    evidence = c.Optional(ParsedOption(parse_text))
    """Folder of the snapshots; default: `evidence` beside `mkdocs.yml`. `FACTREPORT_EVIDENCE` wins."""
    version = ParsedOption(parse_version, default=FORMAT_VERSION)
    language = ParsedOption(parse_language, default="en")
    """Of the interface; the content may be in any."""
    quotation_words = ParsedOption(parse_words, default=25)
    about_share = ParsedOption(parse_share, default="5%")
    rate_guard = ParsedOption(parse_share, default="1%")
    report_errors = c.Optional(ParsedOption(parse_address))
    cache = ParsedOption(parse_switch, default=True)
    """Whether a build leaves what the next one can go on from."""
    fast = ParsedOption(parse_switch, default=True)
    """Whether pages are written past MkDocs; else each is a page of MkDocs, which other plugins see and change."""
    license = ParsedOption(parse_text, default="")
    license_url = ParsedOption(parse_text, default="")
    leave_out = ParsedOption(parse_extras, default=())
    """What the site goes without: names of `settings.Extra`."""


class ProsePage(Page):
    """A page that editors write as text: read and drawn by us, arranged in the navigation by MkDocs."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, text: ProseText, site: Site) -> None:
        super().__init__(title, file, config)
        self.text = text
        self.draft = site
        """The site as far as it is known before all prose is read."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the signature of Page
        """Take what was read already; other plugins may change `markdown` and `meta` after this."""
        self.markdown = self.text.body
        self.meta = {"title": self.text.title, "description": self.text.description} if self.text.title else {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - the signature of Page
        """Draw the text and its table of contents."""
        self.links_to_anchors = {}
        rendered = engine.render_prose(self.draft, self.prose(files))
        self.content = str(rendered.html)
        self._title_from_render = rendered.first_heading
        top = [AnchorLink(heading.text, heading.identity, heading.level) for heading in rendered.headings]
        self.toc = TableOfContents(top)

    def prose(self, files: Files) -> Prose:
        """Give the text as the pages room takes it."""
        return engine.Prose(
            address=self.url,
            markdown=self.markdown or "",
            title=str(self.meta.get("title") or ""),
            description=self.text.description,
            resolve=lambda address: self._resolve(address, files),
        )

    def _resolve(self, address: str, files: Files) -> str:
        """Give the address on the site of a file beside this one; others stay as they are."""
        file = linked_file(address, self.file, files)
        if file is None:
            return address
        anchor = urlsplit(address).fragment
        if anchor and self.links_to_anchors is not None:
            self.links_to_anchors.setdefault(file, {}).setdefault(anchor, address)
        return f"{file.url_relative_to(self.file)}#{anchor}" if anchor else file.url_relative_to(self.file)


class RecordPage(Page):
    """A finished page of ours that goes through MkDocs: `fast: false`."""

    def __init__(self, path: str, document: bytes, config: MkDocsConfig) -> None:
        source = f"{path.removesuffix('.html')}.md"
        # The navigation neither shows such pages nor misses them.
        file = File.generated(config, source, content=document, inclusion=InclusionLevel.NOT_IN_NAV)
        # A file of MkDocs would be the page of a folder: `404/index.html`.
        file.dest_uri = path
        super().__init__(None, file, config)

    @property
    def _finished(self) -> Finished:
        """The page as we made it; taken apart when asked, for MkDocs keeps all pages in memory."""
        return engine.take_apart(self.file.content_string)

    def read_source(self, config: MkDocsConfig) -> None:
        """Say what the head of the page says of it; no Markdown is behind it."""
        finished = self._finished
        self.markdown = ""
        self.meta = {
            "title": finished.title.removesuffix(f" – {config.site_name}"),
            "description": finished.description,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - the signature of Page
        """Give what the page shows as its content; other plugins may change that after this."""
        self.content = self._finished.content

    @property
    def document(self) -> str:
        """The page with its content as other plugins left it."""
        finished = self._finished
        return f"{finished.before}{self.content}{finished.after}"


def linked_file(address: str, origin: File, files: Files) -> File | None:
    """Give the file below `docs_dir` that a relative address in `origin` names; None if it names none."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    if not parts.path:
        return origin if parts.fragment else None
    return files.get_file_from_path(normpath(join(dirname(origin.src_uri), unquote(parts.path))))


class _Documents:
    """The files that links of a page can name, as MkDocs has them."""

    def __init__(self, origin: File, files: Files) -> None:
        self._origin = origin
        self._files = files

    def exists(self, address: str) -> bool:
        return linked_file(address, self._origin, self._files) is not None

    def read(self, address: str) -> bytes:
        file = linked_file(address, self._origin, self._files)
        return file.content_bytes if file else b""


class FactreportPlugin(BasePlugin[FactreportConfig]):  # type: ignore[no-untyped-call]
    """The plugin `factreport`: one report and one set of pages for each build."""

    _command: str | None = None
    """Of the command line; None in a build that a program calls, which has no beginning and no end."""
    _has_address = False
    """Whether a preview found its address free, which from then on is its own."""
    _exception_before: BaseException | None = None
    _left: Left | None = None
    """What the last build of a preview left in memory."""
    _host: MkDocsConfig
    _settings: Settings
    _session: Session
    _store: Store | None
    """Where the build is kept for the next one; None: nowhere."""
    _lookout: Lookout
    _site: Site
    """As far as it is known before a claim is judged."""
    _folder: SiteFolder | None
    """None where the site is served from the very folder in which it is built."""
    _lock: BuildLock | None = None
    """Held while the folder beside the site's is ours."""
    _files: Files
    _template_problems: tuple[Problem, ...]
    _problems: list[Problem]
    """Those of prose, templates and configuration."""
    _taken: tuple[Problem, ...] | None = None
    """Those of pages that editors wrote at addresses of others, as the last build of this process found them."""
    _told: Told
    _built: bool

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Note that a command runs us, which will also tell when it ends."""
        search_rarely()
        self._command = command
        self._exception_before = sys.exception()

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the configuration apart, and lead what is built to a folder beside the site's."""
        self._host, self._folder, self._built = config, None, False
        self._settings = _settings(self.config, config, preview=self._command == "serve")
        # The host's map knows only its own pages.
        config.theme.static_templates.discard("sitemap.xml")
        self._speak()
        config.watch.extend(str(folder) for folder in self._settings.folders)
        if self._settings.preview or not _is_served_from(Path(config.site_dir)):
            self._folder = SiteFolder.at(Path(config.site_dir))
        self._look_out(self._folder.final if self._folder else Path(config.site_dir))
        self._template_problems = engine.template_problems(self._settings)
        if self._template_problems:
            # With ours, the rest of the problems is found too, and a preview goes on.
            self._settings = replace(self._settings, templates=(theme_folder(),))
        if self._settings.preview:
            _never_strict()
            self._look_whether_free(config)
        if self._folder is not None:
            config.site_dir = str(self._folder.building)
        return config

    def _look_whether_free(self, config: MkDocsConfig) -> None:
        """Stop a preview whose address another one has; MkDocs would find out after the first build, in a traceback."""
        if not self._has_address:
            host, port = config.dev_addr
            if is_taken(host, port):
                raise Abort(words.stopped_by_server(host, port))
            self._has_address = True

    def _look_out(self, site: Path) -> None:
        """Let the files that there are be looked at, in good time for a build that goes on from the last one."""
        keeps = self._folder is not None and self.config.cache and self.config.fast
        self._store = store_of(self._settings) if keeps else None
        # What is in memory needs no look at the site, and where nothing is kept nobody will ask.
        workers = self._workers if self._store and self._store.is_there and self._left is None else 1
        self._lookout = look_out(self._settings.input_folders, site, workers)

    @property
    def _workers(self) -> int:
        """How many processes share the work; beside the threads of a running preview none may fork."""
        return processors() if threading.active_count() == 1 else 1

    def _open_session(self, folder: Path, files: Files) -> Session:
        host = "\n".join(sorted(f"{file.src_uri} {file.dest_uri}" for file in files))
        try:
            return engine.open_session(
                self._settings, folder, self._workers, self._store, self._lookout, host=host, left=self._left
            )
        except OSError as error:
            # There is no room for what is read.
            raise Abort(_("The site cannot be built: {error}").format(error=error)) from error

    def _speak(self) -> None:
        """Let the words of the interface be those of the site's language."""
        language = self._settings.language
        try:
            translated = speak(language, self._settings.translations)
        except ValueError as error:
            if not self._settings.preview:
                raise ConfigurationError(str(error)) from None
            # A preview goes on in English, so that it sees when the translation is mended.
            log.error("%s", error)  # noqa: TRY400 - an editor's mistake
            self._settings = replace(self._settings, language=SOURCE)
            translated = speak(SOURCE)
        if not translated:
            log.info("%s", words.not_translated(language))

    @event_priority(_FIRST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Make the folder in which the site is built."""
        if self._folder is None:
            return
        lock = BuildLock.of(self._folder)
        try:
            if (holder := lock.take()) is None:
                self._lock = lock
                self._folder.prepare()
        except OSError as error:
            raise Abort(_("The site cannot be built: {error}").format(error=error)) from error
        if holder is not None:
            raise Abort(words.stopped_by_another(holder))

    @event_priority(_FIRST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read all content; pages of prose become ours. Where MkDocs shall build all other pages, make them."""
        if (host_map := files.get_file_from_path("sitemap.xml")) is not None and host_map.src_dir != config.docs_dir:
            files.remove(host_map)
        with words.timed("Read"):
            self._session = self._open_session(Path(config.site_dir), files)
        self._problems = [*self._template_problems]
        self._site = self._session.draft
        titles = dict(_nav_titles(config.nav or []))
        if unknown := engine.address_problem(self._settings, _configuration_path(config, self._settings)):
            self._problems.append(unknown)
        known = self._session.known
        for file in files.documentation_pages():
            text = _read(file, files, known, self._settings)
            self._problems += text.problems
            ProsePage(titles.get(file.src_uri), file, config, text, self._site)
        if not self.config.fast:
            self._give_pages(files, config)
        return files

    def _give_pages(self, files: Files, config: MkDocsConfig) -> None:
        """Make the whole site as ever, but now; then take its pages back and let MkDocs build them.

        Here and not later: from the next plugin's `on_files` on, MkDocs and other plugins have to meet every page, and
        which pages there are is known only when claims are judged. Pages of prose are drawn once for their titles,
        which every page names; MkDocs will draw them again.
        """
        for page in _prose_of(files):
            page.read_source(config)
            page.render(config, files)
        self._judge(files)
        self._gather()
        folder = Path(config.site_dir)
        for path in sorted(folder.rglob("*.html")):
            files.append(RecordPage(path.relative_to(folder).as_posix(), path.read_bytes(), config).file)
            path.unlink()

    @event_priority(_FIRST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Make the pages of all claims, now that other plugins have changed the prose that every page names."""
        self._files = files
        if self.config.fast:
            self._judge(files)
        return env

    def _judge(self, files: Files) -> None:
        """Judge all claims and write their pages; show the problems of all files, and stop at errors."""
        prose = _prose_of(files)
        written = tuple(engine.Crumb(page.title or page.url, page.url) for page in prose)
        with words.timed("Claims and stories"), self._stopping_in_words():
            self._session.make_claims(written, {page.url: page.prose(files).fingerprint for page in prose})
        if self._session.anew:
            log.debug("Everything is built anew: %s.", self._session.anew)
        # Beside the same lists they are those of the last build, and only a preview is kept in spite of some.
        if not self._session.has_same_lists or (self._settings.preview and self._taken is None):
            pages = [(page.text.path, page.url) for page in prose]
            self._taken = tuple(engine.address_problems(self._session.site, pages))
        self._problems += self._taken or ()
        of_records = self._session.told
        self._told = tell((*of_records.shown, *self._problems), of_records.folded)
        words.show(self._told, lambda: self._told.left_out((*self._session.problems, *self._problems)))
        if not self._settings.preview and (last := words.stopped_by(self._told.shown)):
            raise Abort(last)

    @contextmanager
    def _stopping_in_words(self) -> Iterator[None]:
        """Show a template that cannot be filled as a problem, and stop: without it there is no page.

        The same where the system fails us, with a full disk or a killed process.
        """
        try:
            yield
        except engine.FailingTemplateError as error:
            words.show(Told((error.problem,)))
            raise Abort(words.stopped_by([error.problem])) from None
        except OSError as error:
            raise Abort(_("The site cannot be built: {error}").format(error=error)) from error

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Give the host's template the finished document."""
        if isinstance(page, ProsePage):
            with self._stopping_in_words():
                document = self._document(page.prose(self._files))
            page.present_anchor_ids = set(_ID.findall(document))
            context["document"] = document  # type: ignore[typeddict-unknown-key]
        elif isinstance(page, RecordPage):
            context["document"] = page.document  # type: ignore[typeddict-unknown-key]
        return context

    def _document(self, prose: Prose) -> str:
        return self._session.document(
            prose.address, prose.fingerprint, lambda site: engine.prose_page(site, prose).text
        )

    @event_priority(_FIRST)
    def _write_records(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Write the pages that gather claims, before other plugins look at the finished site."""
        if self.config.fast:
            self._gather()

    def _gather(self) -> None:
        with words.timed("Lists and data"), self._stopping_in_words():
            self._session.make_gatherings({crumb.address for crumb in self._session.written})

    @event_priority(_LAST)
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Note that everything is built; in a build called by a program, nothing comes after this."""
        log.info("%s", words.found(self._session.summary))
        if self._folder is None:
            return
        if self._settings.preview:
            self._publish()
            search_later()
            return
        if config.strict:
            self._check_markup(self._folder.building)
        # A quiet host drops warnings before it counts them.
        warned = any(problem.severity is Severity.WARNING for problem in self._told.shown)
        if config.strict and warned and not log.isEnabledFor(logging.WARNING):
            raise Abort(_("Aborted with warnings in strict mode; the site is as it was."))
        self._built = True
        if self._command is None and not (config.strict and _has_counted_warnings()):
            self._publish()

    def _check_markup(self, folder: Path) -> None:
        errors = engine.markup_errors(folder, self._site, self._workers)
        for problem in errors:
            log.error("%s", problem)
        if errors:
            raise Abort(words.stopped_by_markup(len(errors)))

    on_post_build = CombinedEvent(_write_records, _finish)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Forget what was built."""
        self._discard()

    @event_priority(_LAST)
    def on_shutdown(self) -> None:
        """Let the finished site take the old one's place, unless the command ends because something failed.

        `on_build_error` is not told of everything: an interrupt and an exit by another plugin pass it by.
        """
        if self._built and sys.exception() is self._exception_before:
            self._publish()
        else:
            self._discard()
        end_soon()

    def _publish(self) -> None:
        if self._folder is None:
            return
        folder, self._folder, self._built, self._left = self._folder, None, False, None
        self._host.site_dir = str(folder.final)
        try:
            with words.timed("Put in place"):
                self._session.put_in_place(folder)
                self._left = self._session.left if self._settings.preview else None
        except OSError as error:
            folder.discard()
            raise Abort(_("The site cannot be put in its place: {error}").format(error=error)) from error
        finally:
            self._let_go()
        if not self._settings.preview:
            log.info("%s", words.site_is_in(folder.final))

    def _discard(self) -> None:
        if self._folder is not None:
            if hasattr(self, "_session"):
                self._session.discard()
            self._host.site_dir = str(self._folder.final)
            if self._lock is not None:
                self._folder.discard()
            self._folder = None
            self._let_go()

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.let_go()
            self._lock = None


def _settings(options: FactreportConfig, config: MkDocsConfig, *, preview: bool) -> Settings:
    if not config.use_directory_urls:
        raise ConfigurationError(_("The pages of claims and sources need `use_directory_urls: true`."))
    if str(theme_folder()) not in {str(Path(folder)) for folder in config.theme.dirs}:
        raise ConfigurationError(_("The plugin needs its own theme: write `name: factreport` under `theme:`."))
    project = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    try:
        evidence = evidence_folder(project, options.evidence)
        refuse_published(evidence, map(Path, (config.docs_dir, config.site_dir, *config.theme.dirs)))
    except ValueError as error:
        raise ConfigurationError(str(error)) from None
    return Settings(
        project=project,
        content=Path(options.content or Path(config.docs_dir).parent),
        pages=Path(config.docs_dir),
        evidence=evidence,
        # Last comes the host's own folder, which holds nothing but its map of the site.
        templates=tuple(Path(folder) for folder in config.theme.dirs[:-1]),
        site_name=config.site_name,
        site_description=config.site_description or "",
        site_url=_given_address(config),
        language=options.language,
        translations=(project / TRANSLATIONS,),
        quotation_words=options.quotation_words,
        about_share=options.about_share,
        rate_guard=options.rate_guard,
        report_errors=options.report_errors or "",
        license=options.license,
        license_url=options.license_url,
        leave_out=options.leave_out,
        preview=preview,
    )


def _given_address(config: MkDocsConfig) -> str:
    """Give the site's address; none where nobody gave one: `serve` sets its own, of which a build knows nothing."""
    if _is_served_from(Path(config.site_dir)) and config.config_file_path:
        with Path(config.config_file_path).open("rb") as file:
            return config.site_url or "" if yaml_load(file).get("site_url") else ""
    return config.site_url or ""


def _nav_titles(entries: Iterable[object]) -> Iterator[tuple[str, str]]:
    """Give file and title of every entry that has both; MkDocs sets them only on pages that it makes itself."""
    for entry in entries:
        for title, target in entry.items() if isinstance(entry, dict) else ():
            if isinstance(target, str):
                yield target, title
            else:
                yield from _nav_titles(target)


def _prose_of(files: Files) -> list[ProsePage]:
    return [file.page for file in files.documentation_pages() if isinstance(file.page, ProsePage)]


def _read(file: File, files: Files, known: Known, settings: Settings) -> ProseText:
    path = shown_path(Path(file.abs_src_path), settings.project) if file.abs_src_path else file.src_uri
    return engine.read_prose(file.content_bytes, path, known, documents=_Documents(file, files))


def _configuration_path(config: MkDocsConfig, settings: Settings) -> str:
    return shown_path(Path(config.config_file_path), settings.project) if config.config_file_path else "mkdocs.yml"


def _counters() -> list[CountHandler]:
    return [handler for handler in logging.getLogger(mkdocs.__name__).handlers if isinstance(handler, CountHandler)]


def _has_counted_warnings() -> bool:
    return any(counter.get_counts() for counter in _counters())


def _never_strict() -> None:
    """Let warnings pass: a preview goes on, whatever `strict` says."""
    for counter in _counters():
        logging.getLogger(mkdocs.__name__).removeHandler(counter)


def _is_served_from(site_dir: Path) -> bool:
    """Tell whether this is the folder for a while that `serve` makes; `serve --clean` calls itself `build`."""
    return site_dir.name.startswith(("mkdocs_", "properdocs_")) and site_dir.parent == Path(tempfile.gettempdir())
