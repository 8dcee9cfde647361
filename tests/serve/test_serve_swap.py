"""A newer graph is served as soon as it is there, without a request that fails; a broken one is passed over."""

import shutil
import threading
import time
from collections import Counter

import httpx
from served import FILMS, serving, write_graph

NEW = '<https://example.org/kg/movie/new> a <http://schema.org/Movie> ; <http://schema.org/name> "Fresh Paint {}" .\n'
COUNT = "SELECT (COUNT(*) AS ?n) { ?f a <http://schema.org/Movie> }"


def renewed(folder, number):
    """films.trig with one film more, as the graph of the folder."""
    source = folder.parent / "films.trig"
    source.write_text(FILMS.read_text(encoding="utf-8") + NEW.format(number), encoding="utf-8")
    write_graph(folder, source)


def waited(reached, seconds=15):
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.1)


def test_a_new_graph_takes_over_without_a_failed_request(tmp_path):
    out = tmp_path / "out"
    write_graph(out)
    seen, stop = Counter(), threading.Event()
    with serving(out, "--quiet") as server, httpx.Client(base_url=server.url, timeout=30) as web:

        def ask():
            with httpx.Client(base_url=server.url, timeout=30) as client:
                while not stop.is_set():
                    answer = client.get("/sparql", params={"query": COUNT})
                    seen[answer.status_code, answer.json()["results"]["bindings"][0]["n"]["value"]] += 1

        before = web.get("/health").json()["graph"]
        askers = [threading.Thread(target=ask) for _ in range(3)]
        for thread in askers:
            thread.start()
        renewed(out, 1)
        waited(lambda: web.get("/health").json()["graph"] != before)
        time.sleep(0.3)
        stop.set()
        for thread in askers:
            thread.join()
        now = web.get("/health").json()["graph"]
        waited(lambda: [p.name for p in (out / "store").iterdir()] == [now])
    assert set(seen) == {(200, "7"), (200, "8")}


def test_a_broken_graph_is_passed_over(tmp_path):
    out = tmp_path / "out"
    write_graph(out)
    with serving(out) as server, httpx.Client(base_url=server.url) as web:
        before = web.get("/health").json()["graph"]
        (out / "graph.nq").write_text("no graph\n")
        waited(lambda: any("still serving the older graph" in line for line in server.log))
        assert web.get("/health").json()["graph"] == before
        assert web.get("/queries/remake-of").status_code == 200
        renewed(out, 2)
        waited(lambda: web.get("/health").json()["graph"] != before)


def test_a_store_that_is_there_is_used_again(tmp_path):
    out = tmp_path / "out"
    write_graph(out)
    with serving(out):
        pass
    (store,) = (out / "store").iterdir()
    made = {p.name: p.stat().st_mtime_ns for p in store.iterdir()}
    with serving(out):
        pass
    assert {p.name: p.stat().st_mtime_ns for p in store.iterdir()} == made
    shutil.rmtree(out / "store")
    with serving(out):
        assert [p.name for p in (out / "store").iterdir()] == [store.name]
