"""Triple stores on loopback: an Oxigraph server, and a door before it with the routes, locks and moods of other stores."""

import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def _wait(process: subprocess.Popen, url: str) -> None:
    """Until the server answers: one that was killed goes through its log first, which takes as long as it is large."""
    end = time.monotonic() + 300
    while process.poll() is None and time.monotonic() < end:
        with suppress(httpx.HTTPError):
            httpx.get(url).raise_for_status()
            return
        time.sleep(0.1)
    raise AssertionError(f"{process.args[0]} does not answer")


class Oxigraph:
    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        program = Path(sys.executable).with_name("oxigraph")
        command = [program, "serve", "--location", self.folder, "--bind", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _wait(self.process, self.url)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def counts(self) -> dict[str, int]:
        query = "SELECT ?g (COUNT(*) AS ?n) { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o } } GROUP BY ?g"
        answer = httpx.post(
            f"{self.url}/query", data={"query": query}, headers={"accept": "application/sparql-results+json"}
        )
        rows = answer.json()["results"]["bindings"]
        return {row.get("g", {"value": ""})["value"]: int(row["n"]["value"]) for row in rows}


class Virtuoso:
    """A server of its own with an empty database; its user for updates is dba, with the password dba."""

    INI = """
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 100000
MaxDirtyBuffers = 75000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""

    def __init__(self, folder: Path) -> None:
        http = free_port()
        (folder / "virtuoso.ini").write_text(self.INI.format(sql=free_port(), http=http))
        self.folder, self.url = folder, f"http://127.0.0.1:{http}"
        self.start()

    def start(self) -> None:
        command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=self.folder, **quiet)
        _wait(self.process, f"{self.url}/sparql")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)  # as its start script does

    def clear(self) -> None:
        """Drops the graphs that tests have loaded."""
        graphs = [row["g"]["value"] for row in self._rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")]
        with httpx.Client(auth=httpx.DigestAuth("dba", "dba"), timeout=300) as client:
            for graph in graphs:
                if graph.startswith(("https://example.org/kg/", "urn:x-kg:")):
                    drop = {"query": f"DROP SILENT GRAPH <{graph}>"}
                    client.post(f"{self.url}/sparql-auth", data=drop).raise_for_status()

    def counts(self, *graphs: str) -> dict[str, int]:
        """Triples of these graphs; the store has some of its own."""
        rows = self._rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        found = {row["g"]["value"]: int(row["n"]["value"]) for row in rows}
        return {graph: found.get(graph, 0) for graph in graphs}

    def _rows(self, query: str) -> list[dict[str, dict[str, str]]]:
        json = {"accept": "application/sparql-results+json"}
        answer = httpx.get(f"{self.url}/sparql", params={"query": query}, headers=json, timeout=300)
        return answer.raise_for_status().json()["results"]["bindings"]


class Door(ThreadingHTTPServer):
    """Passes requests on to an Oxigraph server: `routes` maps a path here to one there; `answer` may answer instead."""

    daemon_threads = True

    def __init__(self, store, routes, answer=lambda request: None):
        super().__init__(("127.0.0.1", 0), _Passing)
        self.store, self.routes, self.answer = store, routes, answer
        self.seen = []
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Passing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _pass(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        parts = urlsplit(self.path)
        self.server.seen.append((self.command, self.path, dict(self.headers.items()), body))
        status, headers, content = self.server.answer(self) or self._there(parts, body)
        self.send_response(status)
        for name, value in {**headers, "content-length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _there(self, parts, body):
        path, renamed = self.server.routes[parts.path]
        fields = [(renamed.get(name, name), value) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
        headers = {k: v for k, v in self.headers.items() if k.lower() in ("accept", "content-type")}
        url = f"{self.server.store.url}{path}?{urlencode(fields)}"
        answer = httpx.request(self.command, url, content=body, headers=headers)
        return answer.status_code, {"content-type": answer.headers.get("content-type", "text/plain")}, answer.content

    do_GET = do_POST = do_PUT = _pass  # noqa: N815  (names that the standard library asks for)

    def log_message(self, *_):
        """Nothing."""


@contextmanager
def door(store, routes, answer=lambda request: None):
    server = Door(store, routes, answer)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
