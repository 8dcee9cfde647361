"""The soak of benchmarks/serve.py, short: no good request fails while runaway queries are stopped, and memory stays flat."""

import runpy
import shutil
from pathlib import Path

import pytest

SOAK = Path(__file__).parents[2] / "benchmarks" / "serve.py"


@pytest.mark.full
@pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not installed")
def test_twenty_seconds_under_load(films_out):
    told = runpy.run_path(str(SOAK))
    levels = told["soak"](films_out, 20)
    assert [one["connections"] for one in levels] == [1, 16, 128]
    assert told["wrong"](levels) == []
    assert all(one["requests"] > 20 for one in levels)


def test_what_goes_wrong_is_told():
    wrong = runpy.run_path(str(SOAK))["wrong"]
    good = {"connections": 1, "not 2xx": 0, "socket errors": 0, "timeouts": 0, "runaway queries": {504: 3}}
    good |= {"server MB": [50, 60], "worker MB": [80, 80], "all MB at most": 900}
    assert wrong([good, good | {"server MB": [60, 90]}]) == []
    assert wrong([good | {"server MB": [50, 120], "not 2xx": 2}]) == [
        "1 connections: 2 not 2xx",
        "the memory of the server grew from 50 to 120 MB",
    ]
    assert "worker" in wrong([good, good | {"worker MB": [80, 180]}])[0]
    assert "at once" in wrong([good | {"all MB at most": 5000}])[0]
    for none in ({}, {200: 1, 504: 2}):
        assert "runaway" in wrong([good | {"runaway queries": none}])[0]
