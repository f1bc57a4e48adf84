"""The commands there are, and the one among them that the arguments name.

A new command is a new module beside this one, with `add_parser` and `run`, and its name in `COMMANDS`.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from factreport import __version__
from factreport.cli import check, claimreview, compare, figures, import_claims, new, publish, verify
from factreport.cli.files import FileError
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = (
    new,
    check,
    verify,
    figures,
    compare,
    claimreview,
    import_claims,
    publish,
)
"""In the order in which the help lists them."""
_USAGE = 2
INTERRUPTED = 130
"""128 and the number of the signal, as shells have it."""


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; give its exit code: 2 for arguments that fit none, 130 if broken off."""
    try:
        arguments = _parser().parse_args(argv)
        command: Callable[[argparse.Namespace], int] = arguments.run
        return command(arguments)
    except BrokenPipeError:
        # A reader such as `head` has seen enough; closing quietly is what every filter does.
        sys.stderr.close()
        return 0
    except FileError as error:
        sys.stderr.write(f"factreport: {error}\n")
        return _USAGE
    except KeyboardInterrupt:
        sys.stderr.write("factreport: " + _("interrupted.") + "\n")
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="factreport", description=_("Fact-checks of numbers, as a static site."))
    parser.add_argument("--version", action="version", version=f"factreport {__version__}")
    commands = parser.add_subparsers(metavar=_("command"), required=True)
    for command in COMMANDS:
        command.add_parser(commands)
    return parser
