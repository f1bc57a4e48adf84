"""The checkers of the audit that are no Python: the Nu HTML checker and the phone audit, from npm.

Run as a module it installs both below `.cache/`; tests only look for them there, so that they never wait for a network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from tests.pages.sites import PROJECT

FOLDER = PROJECT / ".cache" / "audit-tools"
PACKAGES = ("vnu-jar@26.9.27", "lighthouse@12.8.2")
ADVICE = "not installed; `make audit` fetches it where npm is (on Debian: apt install npm)"


def nu_checker() -> list[str]:
    """Give the command that starts the Nu HTML checker; skip the test where it cannot run."""
    jar = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if java is None:
        pytest.skip("the Nu HTML checker needs Java (on Debian: apt install default-jre-headless)")
    if not jar.is_file():
        pytest.skip(f"the Nu HTML checker is {ADVICE}")
    return [java, "-Xss4m", "-jar", str(jar)]


def phone_audit() -> list[str]:
    """Give the command that starts the phone audit; skip the test where it cannot run."""
    script = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    node = shutil.which("node")
    if node is None:
        pytest.skip("the phone audit needs Node (on Debian: apt install nodejs)")
    if not script.is_file():
        pytest.skip(f"the phone audit is {ADVICE}")
    return [node, str(script)]


def install() -> int:
    """Install what is missing; give the exit code, 0 also where npm is missing: the tests then say what they skip."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm is missing: the HTML checker and the phone audit will be skipped.", file=sys.stderr)
        return 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", "--silent", *PACKAGES]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(install())
