"""A command that is interrupted while it starts ends in a line, like one that is interrupted later."""

from __future__ import annotations

import subprocess
import sys

import pytest

IN_THE_MIDST_OF_IMPORTS = """
import os, signal, sys
from importlib.abc import MetaPathFinder
from factreport.cli import main

class Interrupt(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "factreport.{module}":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
sys.exit(main(["--version"]))
"""


@pytest.mark.parametrize("module", ["cli.commands", "reading", "report.build"])
def test_an_interrupted_start_ends_in_a_line(module: str) -> None:
    # A test run in the background of a shell begins with interrupts ignored.
    listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = listening + IN_THE_MIDST_OF_IMPORTS.replace("{module}", module)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "factreport: interrupted.\n")


def test_whoever_ignores_interrupts_goes_on() -> None:
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
    code = ignoring + IN_THE_MIDST_OF_IMPORTS.replace("{module}", "reading")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
