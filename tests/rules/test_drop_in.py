"""A rule is one file: dropped into the folder, it finds, speaks on pages and stands in the catalogue."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copytree

PROJECT = Path(__file__).parents[2]
RULE = '''"""Both sources print a number of whole tens.

Whole tens are often rounded. This text is for the test.
"""

from factreport.language import mark
from factreport.model.value import Quantity
from factreport.rules.catalogue import Rule
from factreport.rules.pairs import finding, of_values


def find(case):
    for pair in of_values(case, Quantity):
        values = (pair.reference.value.figure.numeral.value, pair.other.value.figure.numeral.value)
        if all(value % 10 == 0 for value in values):
            yield finding(pair, RULE.name, word=RULE.title, sentence="{A} and {B} both print whole tens.", differs=True)


RULE = Rule("whole-tens", 45, mark("Whole tens on both sides"), find)
'''
SCRIPT = """
import sys
from pathlib import Path
from factreport.pages.site import Site, pages
from factreport.pipeline import build_report
from tests.rules.files import content_of

sources = {"agency": {"knows": "own", "published": "2025-01-21"}, "paper": {"knows": "own", "published": "2025-01-22"}}
cites = [{"source": "agency", "noted": "50 ships"}, {"source": "paper", "noted": "60 ships"}]
settings = content_of({"sources": sources, "cites": cites}, Path(sys.argv[1]))
report = build_report(settings)
print("found", [finding.name for finding in report.findings if finding.rule == "whole-tens"])
for page in pages(Site(report, settings)):
    for words in ("agency and paper both print whole tens.", "Whole tens are often rounded.", "Whole tens on both"):
        if words in page.text:
            print("page", page.address, words)
"""


def test_a_rule_is_one_file(tmp_path: Path) -> None:
    package = tmp_path / "library" / "factreport"
    copytree(PROJECT / "generator" / "factreport", package)
    copytree(PROJECT / "templates", package / "templates", dirs_exist_ok=True)
    (package / "rules" / "whole_tens.py").write_text(RULE, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "site")],
        env={"PYTHONPATH": f"{tmp_path / 'library'}:{PROJECT}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert "found ['amount/agency~paper/whole-tens']" in told
    assert "page claims/case/ agency and paper both print whole tens." in told
    assert "page discrepancies/ Whole tens on both" in told
    assert "page method/ Whole tens are often rounded." in told
