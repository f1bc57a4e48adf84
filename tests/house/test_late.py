"""A module that is imported late is not run before something of it is asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from factreport.late import late

if TYPE_CHECKING:
    from pathlib import Path


def test_a_module_waits_until_something_of_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "waiting.py").write_text(
        "from pathlib import Path\nPath(__file__).with_name('run').touch()\nhere = 1\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "waiting", raising=False)
    module = late("waiting")
    assert late("waiting") is module
    assert not (tmp_path / "run").exists()
    assert module.here == 1
    assert (tmp_path / "run").exists()


def test_a_module_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(ModuleNotFoundError, match="not_there"):
        late("factreport.not_there")
