"""Templates compiled for speed: the same output as Jinja's own compiler gives, with fewer steps between.

Functions and macros of our templates never ask for Jinja's context, so they are called as Python calls; attributes are
read as Python reads them. Words of the interface are looked up once, when a template is compiled. What a block writes
is joined before it goes on, so that its pieces need not pass through every block and template around it.
"""

from __future__ import annotations

from functools import cached_property
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.lexer import Token
from jinja2.runtime import markup_join
from jinja2.utils import missing

from factreport.language import gettext
from factreport.pages.filling import TO_ESCAPE, escaped, trusted

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from jinja2 import nodes
    from jinja2.compiler import Frame, MacroRef
    from jinja2.lexer import TokenStream
    from jinja2.runtime import Macro

GETTEXT = ("name", "lparen", "string", "rparen")
"""The tokens of `_("words")`."""


class DirectCode(CodeGenerator):
    """Writes calls, attributes and escaping with as few steps as they need."""

    @cached_property
    def _is_ours(self) -> bool:
        environment = self.environment
        return isinstance(environment, DirectEnvironment) and environment.is_ours(self.filename)

    def write_commons(self) -> None:
        """Write what every function of a template begins with, and the test that all that it shows goes through."""
        super().write_commons()
        self.writeline("to_escape, escaped = environment.to_escape, environment.escaped")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """Write that a block is joined; in a template that extends another, the other shows it."""
        if (frame.toplevel and self.extends_so_far) or frame.buffer is not None or node.required:
            super().visit_Block(node, frame)
            return
        context = self.derive_context(frame) if node.scoped else self.get_context_ref()
        self.writeline(f"yield concat(context.blocks[{node.name!r}][0]({context}))", node)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002 - as Jinja has it
        """Write a call without the context, which nothing that we call asks for."""
        keywords = any(iskeyword(each.key) for each in node.kwargs)
        if forward_caller or keywords or node.dyn_args is not None or node.dyn_kwargs is not None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as one of ours."""
        self.write("environment.quick_macro(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """Write an attribute: ours are there. In templates of others, where there is none, Jinja looks for an item."""
        if self._is_ours and not iskeyword(node.attr):
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
            return
        self.write("(_found if (_found := getattr((_owner := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(_owner, {node.attr!r}))")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """Write what `~` joins; texts alone need no look at each of them."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super().visit_Concat(node, frame)
            return
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Write that markup stays as it is, and all else is escaped."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(_shown if (_kind := type((_shown := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write("))) is Markup or (_kind is str and not to_escape(_shown)) else escaped(_shown))")


def joined(parts: tuple[Any, ...]) -> str:
    """Give parts one after the other, as `~` in templates does: escaped where one of them is markup."""
    for part in parts:
        if type(part) is not str:
            return markup_join(parts)
    return "".join(parts)


class QuickMacro:
    """A macro that is called with arguments that it has, as nearly all of ours are, or else as Jinja calls it."""

    __slots__ = ("_arguments", "_count", "_function", "_macro")

    def __init__(self, macro: Macro) -> None:
        special = macro.caller or macro.catch_kwargs or macro.catch_varargs
        self._macro, self._function = macro, macro._func  # noqa: SLF001 - the function that Jinja calls in the end
        self._arguments, self._count = macro.arguments, -1 if special else len(macro.arguments)

    def __call__(self, *values: Any, **named: Any) -> str:
        """Give what the macro writes, as markup."""
        given = len(values)
        if given == self._count and not named:
            return trusted(self._function(*values))  # noqa: S704 - macros escape what they write
        if given > self._count or not named.keys() <= set(self._arguments[given:]):
            return self._macro(*values, **named)
        rest = [named.get(name, missing) for name in self._arguments[given:]]
        return trusted(self._function(*values, *rest))  # noqa: S704 - as above


class DirectEnvironment(Environment):
    """Templates compiled with `DirectCode`; escaping has to be on, and templates do not change."""

    code_generator_class = DirectCode
    quick_macro = QuickMacro
    to_escape = staticmethod(TO_ESCAPE.search)
    escaped = staticmethod(escaped)
    joined = staticmethod(joined)

    def __init__(self, *values: Any, ours: Path | None = None, **named: Any) -> None:
        """Take what Jinja takes; `ours` is the folder of templates whose every attribute is one of an object."""
        super().__init__(*values, **named)
        self._ours, self._kept = ours, dict[str, Template]()

    def is_ours(self, filename: str | None) -> bool:
        """Tell whether a template may rely on its attributes."""
        return self._ours is not None and filename is not None and Path(filename).is_relative_to(self._ours)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja has it
    ) -> Template:
        """Give a template, read once."""
        if globals is not None or isinstance(name, Template):
            return super().get_template(name, parent, globals)
        if (kept := self._kept.get(name)) is None:
            kept = self._kept[name] = super().get_template(name, parent)
        return kept


class WordsAtOnce(Extension):
    """Puts the words of the language in the place of `_("words")`."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the tokens of a template with each call of `_` for one text replaced by what it gives."""
        tokens = list(stream)
        position = 0
        while position < len(tokens):
            token = tokens[position]
            call = tokens[position : position + len(GETTEXT)]
            if token.value == "_" and tuple(each.type for each in call) == GETTEXT:
                yield Token(token.lineno, "string", gettext(call[2].value))
                position += len(GETTEXT)
            else:
                yield token
                position += 1
