"""Compose YAML into nodes that keep what was written and where.

Scalars stay text as written (`24.0`, `1:30`, `no`): no resolver looks at them. libyaml's composer is used where it is
installed, elsewhere PyYAML's own, which gives the same nodes (but wants quotation marks around a text within braces
that has a question mark). What YAML offers beyond mappings, lists and text (aliases, tags, several documents) is
refused, so that a file reads the same to a person and to the program.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct, field
from yaml.composer import Composer
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.reading.text_file import place_in
from factreport.reading.yaml_words import explain

if TYPE_CHECKING:
    from factreport.model.place import Key

PLAIN = "plain"
"""Tag of every node that carries none in the file."""
_DEEPEST = 40
"""Lists and mappings within each other. libyaml's composer calls itself for each and ends the whole process at some
ten thousand."""
_FAR_IN = "\n" + " " * _DEEPEST
"""A line that stands so far in may be deep within mappings, which need no mark but their indentation."""
_MOST_KEPT = 64
"""Trees, for what is asked of one file several times."""
_ALIAS_OR_TAG = re.compile(r"(?<!\w)[*!&]\S")
"""More than there can be: behind `"key":` of a mapping in braces no space is needed."""


class BrokenYamlError(ValueError):
    """The text is not well-formed YAML; the message and the hint are for editors."""

    def __init__(self, message: str, hint: str, index: int) -> None:
        super().__init__(message)
        self.hint = hint
        self.index = index
        """Code point of the text at which it breaks."""


class NotPlainYamlError(BrokenYamlError):
    """The text is YAML, but uses more of it than content files may."""


class _WithoutResolver:
    """Answers the composer's questions about types: everything is what it is written as."""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Do nothing on the way down."""

    def ascend_resolver(self) -> None:
        """Do nothing on the way up."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """Give the one tag."""
        return PLAIN


class _PythonComposer(_WithoutResolver, Reader, Scanner, Parser, Composer):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


try:
    from yaml._yaml import CParser

    class _FastComposer(_WithoutResolver, CParser):
        pass

    _Composer: Any = _FastComposer
    _EventLoader: Any = yaml.CLoader
except ImportError:  # PyYAML without libyaml
    _Composer = _PythonComposer
    _EventLoader = yaml.Loader


@lru_cache(maxsize=_MOST_KEPT)
def compose(text: str) -> Node | None:
    """Give the root node of `text`, None if it holds only comments; BrokenYamlError with words for editors."""
    _refuse_more_than_plain(text)
    try:
        node: Node | None = _Composer(text).get_single_node()
    except yaml.YAMLError as error:
        raise _broken(text, error) from error
    return node


def _broken(text: str, error: yaml.YAMLError) -> BrokenYamlError:
    """Give the error in plain words; of PyYAML's own parser, whose messages do not change with libyaml's version."""
    try:
        for event in yaml.parse(text, Loader=yaml.Loader):
            del event
        _PythonComposer(text).get_single_node()
    except yaml.YAMLError as own_error:
        # It trips over a question mark within braces, which libyaml takes: then that is not what is wrong.
        if _line_of(own_error) >= _line_of(error):
            error = own_error
    return BrokenYamlError(*explain(text, error))


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    return int(mark.line) if mark else 0


def _refuse_more_than_plain(text: str) -> None:
    """Look at the events, which cost no recursion, where the text may hold an alias, a tag or deep nesting."""
    brackets = text.count("[") + text.count("{") + text.count("- ") + text.count("? ")
    may_be_deep = brackets >= _DEEPEST or _FAR_IN in text
    may_be_more = ("*" in text or "!" in text or "&" in text) and _ALIAS_OR_TAG.search(text)
    if not may_be_deep and not may_be_more:
        return
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_EventLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            _refuse_event(event, depth)
    except yaml.YAMLError as error:
        raise _broken(text, error) from error


def _refuse_event(event: yaml.Event, depth: int) -> None:
    index = event.start_mark.index if event.start_mark else 0
    if isinstance(event, yaml.AliasEvent):
        message = _("The value “*{name}” begins with *, which in YAML stands for another value.").format(
            name=event.anchor
        )
        raise NotPlainYamlError(message, _("Put the text in quotation marks, or write the value out."), index)
    if getattr(event, "anchor", None):
        message = _("A value begins with &, which in YAML gives it a name that others can use.")
        raise NotPlainYamlError(message, _("Put the text in quotation marks, or delete the word with the &."), index)
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        message = _("A value begins with !, which in YAML gives it a type.")
        raise NotPlainYamlError(message, _("Put the text in quotation marks, or delete the word with the !."), index)
    if depth > _DEEPEST:
        message = _("Lists or mappings stand within each other more than {depth} deep.").format(depth=_DEEPEST)
        raise NotPlainYamlError(message, _("Check whether a bracket, [ or {, is closed too late."), index)


class YamlLocator(Struct, frozen=True):
    """Finds the places of values by composing the text again: cheap to keep, slow to ask.

    Of values whose place is asked for in most files, `noted` keeps where they begin.
    """

    path: str
    yaml: str
    first_line: int
    noted: dict[tuple[Key, ...], int] = field(default_factory=dict)
    """Code points of the text."""

    def note(self, keys: tuple[Key, ...], node: Node) -> None:
        """Keep the place of the value at `keys`."""
        self.noted[keys] = node.start_mark.index

    def locate(self, keys: tuple[Key, ...]) -> Place:
        """Give the place of the value at `keys`, or of its nearest parent that is there."""
        if keys in self.noted:
            return self.place(self.noted[keys])
        node = compose(self.yaml)
        if node is None or not keys:
            return Place(self.path)
        found = node
        for key in keys:
            child = _child(found, key)
            if child is None:
                break
            found = child
        return Place(self.path) if found is node else self.place(found.start_mark.index)

    def place(self, index: int) -> Place:
        """Give the place of the code point at `index` of the YAML."""
        return place_in(self.yaml, index, self.path, self.first_line)


def _child(node: Node, key: Key) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for name, value in node.value if isinstance(name, ScalarNode) and name.value == key), None)
    if isinstance(node, SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        child: Node = node.value[key]
        return child
    return None
