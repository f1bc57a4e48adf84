"""Compiled templates kept from one build to the next, beside the program's templates as Python keeps its own modules.

They are code, so they never lie in a project, where a build may find what others left: whoever can write beside the
program's templates can change the program itself.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from factreport.language import words_key
from factreport.pages import compiling

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates of one language, by name, file and everything that the compiler goes by."""

    def __init__(self, folder: Path, words: str) -> None:
        """Keep templates below `folder`; `words` tells the words of the interface that are written into them."""
        # By this ending MkDocs, packagers and cleaning tools know what they are.
        super().__init__(str(folder / "__pycache__"), f"%s.{sys.implementation.cache_tag}.pyc")
        compiler = "".join(Path(path).read_text(encoding="utf-8") for path in (compiling.__file__, _SURROUNDINGS))
        self._goes_by = f"{version('jinja2')}\n{words}\n{compiler}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Give under which name a template is kept."""
        return hashlib.blake2b(f"{name}\n{filename}\n{self._goes_by}".encode(), digest_size=16).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a template if it was kept, and is whole."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, TypeError, KeyError, IndexError, AttributeError, pickle.PickleError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template where that may be; elsewhere each build compiles it."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


_SURROUNDINGS = str(Path(__file__).with_name("template.py"))


def compiled_templates(folder: Path) -> CompiledTemplates | None:
    """Give the compiled templates of the current language below `folder`; None where they cannot be told apart."""
    words = words_key()
    if words is None:
        return None
    try:
        return CompiledTemplates(folder, words)
    except OSError:
        return None
