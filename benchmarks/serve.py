"""A build's folder in; requests a second and latencies of `kg serve` under load, with runaway queries among them, out.

    python benchmarks/serve.py OUT --minutes 10

wrk (Debian: `apt install wrk`) asks canned queries over 1, 16 and 128 connections, a third of the time each. Two more
connections send one runaway query after another, each of which has to be stopped. Ends with 1 when a good request
failed, or when the memory of the server or of its workers grew, or was ever more than the limits allow.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import httpx
import psutil

from kg.query import run
from kg.store import open_graph

CONNECTIONS = (1, 16, 128)
RUNAWAYS = 2  # connections that send nothing else
TIMEOUT = 2  # seconds that a query may take here
MEMORY = 256  # megabytes that a query may take here
WORKERS = 3
GROWTH = 64  # megabytes by which a process may grow: the server keeps 32 MB of answers, a worker blocks of its store
REST = 160  # megabytes of the server and of the process that workers are forked from, and of a worker without a query
VALUES = 40  # different films and actors that are asked for
ASKED = (
    "/queries/crew?format=csv&film={film}",
    "/queries/remake-of?format=json&film={film}",
    "/queries/release-dates?format=csv&film={film}",
    "/queries/filmography?format=json&person={actor}",
    "/queries/actor-played-role?format=json&actor={actor}",
)
RUNAWAY = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a",
    "SELECT (GROUP_CONCAT(STR(?c)) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
)


class Server:
    """`kg serve` in a process of its own."""

    def __init__(self, out: Path) -> None:
        limits = {"--timeout": TIMEOUT, "--memory": MEMORY, "--workers": WORKERS}
        options = ["--port", "0", "--quiet", *(str(part) for limit in limits.items() for part in limit)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kg", "serve", str(out), *options], stderr=subprocess.PIPE, text=True
        )
        assert self._process.stderr is not None
        said = self._process.stderr.readline()
        self.url = (re.search(r"http://\S+\d", said) or sys.exit(said))[0]
        httpx.Client(transport=httpx.HTTPTransport(retries=9)).get(f"{self.url}/health", timeout=60).raise_for_status()

    def memory(self) -> dict[int, float]:
        """Megabytes that each process has for itself, by its id: the server's own first, then those of its workers."""
        server = psutil.Process(self._process.pid)
        found = {}
        for process in (server, *server.children(recursive=True)):
            with suppress(psutil.Error):  # a worker that has just been killed
                found[process.pid] = process.memory_full_info().uss / 2**20
        return found

    def stop(self) -> None:
        """Ends it."""
        os.kill(self._process.pid, signal.SIGTERM)
        self._process.wait(60)


def paths(out: Path) -> list[str]:
    """Addresses of canned queries about films and actors of this graph."""
    store = open_graph(out)
    films = [quote(row[0].value) for row in run(store, "films-by", {}).rows[:VALUES]]
    actors = [quote(row[0].value) for row in run(store, "actor-played-role", {}).rows[:VALUES]]
    return [form.format(film=film, actor=actor) for film, actor in zip(films, actors, strict=False) for form in ASKED]


def wrk(url: str, connections: int, seconds: float, asked: Path) -> dict[str, float]:
    """What wrk tells of so many seconds at so many connections."""
    script = Path(__file__).with_suffix(".lua")
    command = ["wrk", "-t1", f"-c{connections}", f"-d{round(seconds)}s", "--timeout", "60s", "-s", script, url]
    environment = os.environ | {"KG_PATHS": str(asked)}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    found: dict[str, float] = json.loads(told.partition("RESULT")[2])
    return found


def runaways(url: str, first: int, seen: Counter[int], stop: threading.Event) -> None:
    """Sends one runaway query after another; counts the statuses that they end with."""
    with httpx.Client(base_url=url, timeout=120) as client:
        for query in cycle((*RUNAWAY[first:], *RUNAWAY[:first])):
            if stop.is_set():
                return
            seen[client.post("/sparql", data={"query": query}).status_code] += 1


def watch(server: Server, seen: list[float], stop: threading.Event) -> None:
    """Notes the memory of all processes together, twice a second."""
    while not stop.wait(0.5):
        seen.append(sum(server.memory().values()))


def level(server: Server, connections: int, seconds: float, asked: Path) -> dict[str, object]:
    """The figures at one number of connections."""
    seen: Counter[int] = Counter()
    together: list[float] = []
    stop = threading.Event()
    before = at_rest(server)
    threads = [threading.Thread(target=runaways, args=(server.url, n, seen, stop)) for n in range(RUNAWAYS)]
    threads.append(threading.Thread(target=watch, args=(server, together, stop)))
    for thread in threads:
        thread.start()
    told = wrk(server.url, connections, seconds, asked)
    stop.set()
    for thread in threads:
        thread.join()
    after = at_rest(server)
    return {
        "connections": connections,
        "requests/s": round(told["requests"] / told["seconds"], 1),
        **told,
        "runaway queries": dict(seen),
        "server MB": [before[0], after[0]],
        "worker MB": [before[1], after[1]],
        "all MB at most": round(max(together)),
    }


def at_rest(server: Server) -> tuple[float, float]:
    """Megabytes of the server's own process and of the largest other, while no query is under way."""
    own, *others = server.memory().values()
    return round(own, 1), round(max(others), 1)


def soak(out: Path, seconds: float) -> list[dict[str, object]]:
    """The figures of every level."""
    server = Server(out)
    try:
        with tempfile.TemporaryDirectory() as folder:
            asked = Path(folder) / "paths"
            asked.write_text("\n".join(paths(out)))
            return [level(server, connections, seconds / len(CONNECTIONS), asked) for connections in CONNECTIONS]
    finally:
        server.stop()


def wrong(levels: list[dict[str, object]]) -> list[str]:
    """What should not have happened."""
    found = [
        f"{one['connections']} connections: {one[what]} {what}"
        for one in levels
        for what in ("not 2xx", "socket errors", "timeouts")
        if one[what]
    ]
    if any(200 in one["runaway queries"] or not one["runaway queries"] for one in levels):
        found.append("a runaway query was answered, or none was stopped")
    for process in ("server", "worker"):
        first, last = levels[0][f"{process} MB"][0], levels[-1][f"{process} MB"][1]
        if last > first + GROWTH:
            found.append(f"the memory of the {process} grew from {first} to {last} MB")
    allowed = (2 + WORKERS) * REST + WORKERS * MEMORY
    found += [f"{one['all MB at most']} MB at once" for one in levels if one["all MB at most"] > allowed]
    return found


def main() -> None:
    """Prints a line of JSON a level."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=10)
    given = parser.parse_args()
    begun = time.strftime("%Y-%m-%d %H:%M")
    levels = soak(given.out, given.minutes * 60)
    print(f"begun {begun}, load of the machine before it ended: {os.getloadavg()}")
    print("\n".join(json.dumps(one) for one in levels))
    sys.exit("\n".join(wrong(levels)) or 0)


if __name__ == "__main__":
    main()
