"""A browser on the SPARQL page gets the remakes, asks no other server, and has nothing to complain of."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.serve.console import has_yasgui


@pytest.mark.full
@pytest.mark.skipif(not (shutil.which("chromium") and shutil.which("node")), reason="no Chromium or no Node")
@pytest.mark.skipif(not has_yasgui(), reason="YASGUI is not there; `make yasgui` fetches it")
def test_chromium_runs_a_canned_query_in_yasgui(server):
    command = ["node", Path(__file__).with_name("browser.mjs"), f"{server.url}/sparql", "Remakes and their originals"]
    seen = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout)
    assert seen["rows"] == 4
    assert "1999 film by Pavel Dvorsky" in seen["text"]
    assert seen["hosts"] == [server.url.removeprefix("http://")]
    assert seen["errors"] == []
