"""The judges of web pages that come from npm: where they are, and what they say. `make node` puts them into build/node."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NODE = Path(os.environ.get("KG_NODE") or HERE.parents[1] / "build/node")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""

needs_node = pytest.mark.skipif(
    not (shutil.which("node") and (NODE / "node_modules").is_dir()), reason="no Node, or no `make node`"
)
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="no Chromium")


def judge(script: str, *arguments: object, given: str | None = None) -> Any:
    """What a script beside this file prints."""
    command = ["node", str(HERE / script), *map(str, arguments)]
    env = {**os.environ, "KG_NODE": str(NODE), "KG_CHROMIUM": CHROMIUM}
    done = subprocess.run(command, input=given, capture_output=True, text=True, env=env, timeout=600)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
