"""`kg serve` begins and ends well, and says what stands in its way."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest
from served import serving, write_graph

from kg.serve.server import listen


def failed(*arguments):
    done = subprocess.run([sys.executable, "-m", "kg", "serve", *arguments], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1
    return done.stderr


def test_a_folder_without_a_graph_is_named(tmp_path):
    assert "holds no graph.nq" in failed(str(tmp_path))
    assert "no such folder" in failed(str(tmp_path / "gone"))


def test_a_port_that_is_taken_is_named(tmp_path):
    write_graph(tmp_path / "out")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"127.0.0.1:{port}: cannot listen there" in failed(str(tmp_path / "out"), "--port", port)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_a_query_under_way_is_answered_before_the_server_stops(tmp_path, stop):
    write_graph(tmp_path / "out")
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    with serving(tmp_path / "out", "--timeout", "1.5") as server:
        answers = []
        asker = threading.Thread(
            target=lambda: answers.append(httpx.get(f"{server.url}/sparql", params={"query": slow}, timeout=30))
        )
        asker.start()
        time.sleep(0.5)
        os.kill(server.process.pid, stop)
        asker.join()
        assert [a.status_code for a in answers] == [504]
        server.process.wait(10)
    assert not any("Traceback" in line for line in server.log)


def test_no_worker_outlives_a_killed_server(tmp_path):
    write_graph(tmp_path / "out")
    with serving(tmp_path / "out") as server:
        httpx.get(f"{server.url}/queries/remake-of")
        before = workers(tmp_path)
        server.process.kill()
        server.process.wait()
        end = time.monotonic() + 10
        while before and workers(tmp_path) and time.monotonic() < end:
            time.sleep(0.1)
        assert before and not workers(tmp_path)


def workers(folder):
    """Processes that hold a file of a store in this folder open (Linux)."""
    return [
        process for process in Path("/proc").glob("[0-9]*") if any(f"{folder}/out/store/" in f for f in files(process))
    ]


def files(process):
    try:
        return [str(link.readlink()) for link in (process / "fd").iterdir()]
    except OSError:
        return []


def test_a_body_does_not_wait_for_the_headers_to_be_acknowledged():
    with listen("127.0.0.1", 0) as listening:
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
