"""A graph in a folder as a build leaves it, and `kg serve` on it in a process of its own."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from kg.export import Graph, exporter
from kg.rdf import RdfFile

FILMS = Path(__file__).parents[1] / "query" / "films.trig"
TIMEOUT = 2.0


def write_graph(out: Path, source: Path = FILMS) -> None:
    """The graph of a file as the folder of a build holds it, put in its place in one step."""
    out.mkdir(exist_ok=True)
    with (out / "fresh").open("wb") as file:
        exporter("nquads").write(Graph.of(RdfFile.open(source).quads()), file)
    (out / "fresh").rename(out / "graph.nq")
    (out / "report.json").write_text('{"base": "https://example.org/kg/"}')


class Server:
    """`kg serve` in a process of its own; `log` is what it has printed."""

    def __init__(self, out: Path, *options: str) -> None:
        command = [sys.executable, "-m", "kg", "serve", str(out), "--port", "0", *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.log: list[str] = []
        self._ready = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._ready.wait(30), self.log
        self.url = next(m[0] for line in self.log if (m := re.search(r"http://\S+\d", line)))
        with httpx.Client(transport=httpx.HTTPTransport(retries=5)) as client:
            assert client.get(f"{self.url}/health", timeout=30).status_code == 200

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log.append(line)
            if "http://" in line:
                self._ready.set()
        self._ready.set()

    def stop(self) -> int:
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGTERM)
        code = self.process.wait(30)
        self._reader.join(5)
        return code


@contextmanager
def serving(out: Path, *options: str) -> Iterator[Server]:
    server = Server(out, *options)
    try:
        yield server
    finally:
        server.stop()
