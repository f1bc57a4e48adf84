"""Templates compiled for speed: the same output as Jinja's own compiler gives, with fewer steps between.

Functions and macros of our templates never ask for Jinja's context, so they are called as Python calls; attributes are
read as Python reads them. Words of the interface are looked up once, when a template is compiled.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.lexer import Token
from jinja2.runtime import markup_join

from factreport.language import gettext
from factreport.pages.filling import TO_ESCAPE, trusted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import nodes
    from jinja2.compiler import Frame, MacroRef
    from jinja2.lexer import TokenStream
    from jinja2.runtime import Macro

GETTEXT = ("name", "lparen", "string", "rparen")
"""The tokens of `_("words")`."""


class DirectCode(CodeGenerator):
    """Writes calls, attributes and escaping with as few steps as they need."""

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
        """Write an attribute; where there is none, Jinja looks for an item or says what is missing."""
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
            self.write("))) is Markup or (_kind is str and not environment.to_escape(_shown)) else escape(_shown))")


def joined(parts: tuple[Any, ...]) -> str:
    """Give parts one after the other, as `~` in templates does: escaped where one of them is markup."""
    return "".join(parts) if all(type(part) is str for part in parts) else markup_join(parts)


class QuickMacro:
    """A macro that is called with all its arguments by place, as nearly all of ours are, or else as Jinja calls it."""

    __slots__ = ("_arguments", "_function", "_macro")

    def __init__(self, macro: Macro) -> None:
        special = macro.caller or macro.catch_kwargs or macro.catch_varargs
        self._macro, self._function = macro, macro._func  # noqa: SLF001 - the function that Jinja calls in the end
        self._arguments = -1 if special else len(macro.arguments)

    def __call__(self, *values: Any, **named: Any) -> str:
        """Give what the macro writes, as markup."""
        if named or len(values) != self._arguments:
            return self._macro(*values, **named)
        return trusted(self._function(*values))  # noqa: S704 - macros escape what they write


class DirectEnvironment(Environment):
    """Templates compiled with `DirectCode`; escaping has to be on."""

    code_generator_class = DirectCode
    quick_macro = QuickMacro
    to_escape = staticmethod(TO_ESCAPE.search)
    joined = staticmethod(joined)


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
