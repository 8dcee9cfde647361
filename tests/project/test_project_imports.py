"""The rooms import only from the floors below them, as pyproject.toml draws the house."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_model_needs_the_standard_library_and_its_structs_only() -> None:
    imports = {
        line.split()[1].partition(".")[0]
        for path in (ROOT / "kg/model").glob("*.py")
        for line in path.read_text().splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imports - {"kg", "msgspec"} <= set(__import__("sys").stdlib_module_names)


def test_the_first_process_of_several_does_not_load_the_rules() -> None:
    asked = "import sys, kg.pipeline; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    rooms = {".".join(name.split(".")[:2]) for name in told.stdout.split()}
    assert "kg.resolve" in rooms
    assert rooms.isdisjoint({"kg.segment", "kg.annotate", "kg.extract", "kg.learned"})
