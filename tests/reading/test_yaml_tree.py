"""Places of values in any YAML, and what YAML may do in a content file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factreport.reading import yaml_tree
from factreport.reading.text_file import TextFile, decode
from factreport.reading.yaml_tree import BrokenYamlError, NotPlainYamlError, YamlLocator, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.model.place import Key

# Words without anything that ends a plain value; wide, accented and right-to-left letters among them.
WORD = st.text(alphabet="aß漢𝄞א é'\"-_.", max_size=6)
TREES = st.recursive(
    WORD,
    lambda children: (
        st.lists(children, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["one", "two", "drei"]), children, min_size=1, max_size=3)
    ),
    max_leaves=8,
).filter(lambda tree: not isinstance(tree, str))


def numbered(tree: Any, counter: Iterator[int]) -> Any:
    """Give the tree with a number in every text, so that each can be found by looking for it."""
    if isinstance(tree, dict):
        return {key: numbered(value, counter) for key, value in tree.items()}
    if isinstance(tree, list):
        return [numbered(value, counter) for value in tree]
    return f"v{next(counter)}w{tree}"


def leaves(tree: Any, keys: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], str]]:
    if isinstance(tree, str):
        yield keys, tree
        return
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from leaves(value, (*keys, key))


@settings(deadline=None, max_examples=150)
@given(
    tree=TREES,
    style=st.sampled_from([None, '"', "'"]),
    flow=st.sampled_from([True, False, None]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.booleans(),
)
def test_places_of_values(*, tree: Any, style: str, flow: bool | None, line_end: str, mark: bool) -> None:
    tree = numbered(tree, iter(range(1000)))
    written = yaml.dump(
        tree, default_style=style, default_flow_style=flow, allow_unicode=True, width=10_000, sort_keys=False
    )
    data = ("\ufeff" if mark else "").encode() + written.replace("\n", line_end).encode()
    file = decode(data, "scale.yml")
    assert isinstance(file, TextFile)
    locator = YamlLocator("scale.yml", file.text, 1)
    lines = written.split("\n")
    for keys, value in leaves(tree):
        place = locator.locate(keys)
        from_here = lines[place.line - 1][place.column - 1 :]
        assert from_here.lstrip("\"'").startswith(value[: value.index("w") + 1])


@settings(deadline=None, max_examples=100)
@given(tree=TREES, flow=st.booleans())
def test_both_composers_agree(*, tree: Any, flow: bool) -> None:
    written = yaml.dump(tree, default_flow_style=flow, allow_unicode=True)

    def seen(node: yaml.Node | None) -> object:
        if isinstance(node, yaml.ScalarNode):
            return (node.start_mark.index, node.value, bool(node.style))
        if isinstance(node, yaml.MappingNode):
            return (node.start_mark.index, [(seen(key), seen(value)) for key, value in node.value])
        assert isinstance(node, yaml.SequenceNode)
        return (node.start_mark.index, [seen(child) for child in node.value])

    assert seen(compose(written)) == seen(yaml_tree._PythonComposer(written).get_single_node())


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"[]{},:'?-&*! ak\n\ufeff", '"k":', '{"k":&a ', "*a", "&a", "!t", ": ", "- "]), max_size=9
    )
)
@example(['{"k":&a ', "[", "]", ",", " ", '"k":', "*a", "}"])
def test_what_is_read_has_no_alias_anchor_or_tag_wherever_it_stands(parts: list[str]) -> None:
    written = "".join(parts)
    try:
        compose(written)
        events = list(yaml.parse(written, Loader=yaml_tree._EventLoader))
    except (BrokenYamlError, yaml.YAMLError):
        return
    assert not [event for event in events if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None)]
    assert not [event for event in events if getattr(event, "tag", None) not in {None, "!"}]


@pytest.mark.parametrize("written", ["24.0", "1:30", "no", "1_000", "2025-01-21", "0x1F", ".5", "=", "null", "1e3"])
def test_values_stay_as_written(written: str) -> None:
    node = compose(f"a: {written}\n")
    assert isinstance(node, yaml.MappingNode)
    assert node.value[0][1].value == written


def test_a_missing_field_is_shown_at_its_parent() -> None:
    locator = YamlLocator("claim.md", "a: b\ncitations:\n  - source: x\n    quote: y\n", 2)
    assert str(locator.locate(("citations", 0, "figure"))) == "claim.md:4:5"
    assert str(locator.locate(("citations", 7))) == "claim.md:4:3"
    assert str(locator.locate(("nothing",))) == "claim.md:1:1"
    assert str(locator.locate(())) == "claim.md:1:1"


BROKEN = {
    "a colon in a text": ("a: one: two\n", 1, 7, "colon"),
    "a quotation mark that stays open": ('a: "one\nb: two\n', 1, 4, "never closed"),
    "text after a quotation": ('a: "one" two\n', 1, 10, "second quotation mark"),
    "a quotation within quotation marks": ('a: "one "two" three"\n', 1, 10, "second quotation mark"),
    "text after brackets": ("a: [sic] b\n", 1, 10, "begins with a bracket"),
    "no space after a colon": ("a:b\nc: d\n", 1, 1, "no space after the colon"),
    "no space after a hyphen": ("a:\n  - b\n  -c\n", 3, 3, "hyphen and a space"),
    "a dash before a value": ("a: - b\n", 1, 4, "cannot begin with -"),
    "an open bracket": ("a: [one, two\nb: c\n", 1, 4, "not closed"),
    "an open bracket at the end": ("a: b\nc: [", 2, 4, "The bracket [ that"),
    "a tab": ("a:\n\tb: c\n", 2, 1, "tab"),
    "an at sign": ("a: @one\n", 1, 4, "cannot begin with @"),
    "a grave accent": ("a: `one`\n", 1, 4, "cannot begin with `"),
    "a per cent sign": ("a: %one\n", 1, 4, "cannot begin with %"),
    "a line without a colon": ("a: b\nanswer\nc: d\n", 2, 1, "none"),
    "a wrong indentation": ("a: b\n  c: d\n", 2, 1, "is indented"),
    "a field beside a list": ("- a\nb: c\n", 2, 1, "does not fit"),
    "a control character": ("a: one\x07\n", 1, 7, "U+0007"),
    "a question mark": ("a: ?\n", 1, 4, "cannot begin with ?"),
    "an unknown code": ('a: "\\q"\n', 1, 6, "backslash"),
    "a second record": ("a: b\n--- c\n", 2, 1, "second set"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name: str) -> None:
    text, line, column, words = BROKEN[name]
    with pytest.raises(BrokenYamlError) as caught:
        compose(text)
    place = YamlLocator("claim.md", text, 1).place(caught.value.index)
    assert (place.line, place.column) == (line, column)
    assert words in str(caught.value)
    assert caught.value.hint


# Which of two parsers is right can only be asked where there are two.
@pytest.mark.skipif(yaml_tree._Composer is yaml_tree._PythonComposer, reason="PyYAML without libyaml has one parser")
def test_the_mistake_is_shown_and_not_what_only_one_parser_minds() -> None:
    with pytest.raises(BrokenYamlError) as caught:
        compose("a: {b: why?, c: d}\ne: f: g\n")
    assert caught.value.index == len("a: {b: why?, c: d}\ne: f")


LAUGHS = "".join(
    f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]\n" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b\nc: *x\n",
        "a: &a [*a]\n",
        f"a: &a b\n{LAUGHS}",
        "a: !!python/object:os.system x\n",
        "a: !x b\n",
        "[" * 100_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(42)),
        "".join(f"{' ' * depth}a:\n" for depth in range(3_000)),
        "a: " + "{b: " * 90_000,
        "- " * 90_000 + "a",
        "? " * 90_000 + "a",
    ],
    ids=[
        "alias",
        "recursion",
        "laughs",
        "object",
        "tag",
        "brackets",
        "one too deep",
        "indented",
        "braces",
        "hyphens",
        "questions",
    ],
)
def test_more_than_plain_yaml_is_refused(text: str) -> None:
    with pytest.raises((NotPlainYamlError, BrokenYamlError)):
        compose(text)


@pytest.mark.parametrize("text", ["a: Q&A", "a: R & D", "a: 3 * 4", "a: well!", "a: '*x'", "a: x?y=1&z=2"])
def test_what_only_looks_like_more_is_text(text: str) -> None:
    assert compose(text) is not None
