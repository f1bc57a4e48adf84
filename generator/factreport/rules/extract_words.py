"""What Babel extracts for translation from a rule's module: its strings, and its docstring, which readers see.

Named in `babel.cfg`; a build imports it with the rules beside it, and uses nothing of it.
"""

from __future__ import annotations

import ast
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BytesIO

RULE_NAME = "RULE"


def rule_words(file: BytesIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Give line, function, messages and comments of every string to translate; the docstring only of a rule.

    The signature is that of Babel's extraction methods.
    """
    # Babel's reader of programs is not for builds.
    from babel.messages.extract import extract_python  # noqa: PLC0415

    yield from extract_python(file, keywords, comment_tags, options)
    file.seek(0)
    module = ast.parse(file.read())
    named = {
        target.id for node in module.body for target in getattr(node, "targets", ()) if isinstance(target, ast.Name)
    }
    docstring = ast.get_docstring(module, clean=False)
    if docstring and RULE_NAME in named:
        yield 1, None, cleandoc(docstring), []
