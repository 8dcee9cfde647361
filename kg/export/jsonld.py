"""A graph in; its default graph out as one compact JSON-LD document that carries its context, a line a node.

Lossless: typed values stay strings with their datatype (JSON numbers would come back as other literals), every node
has its @id, and links are written `{"@id": …}`, so that nothing hangs on how a context coerces a term.
JSON-LD 1.1: https://www.w3.org/TR/json-ld11/
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import IO, Final

import pyoxigraph as ox

from kg import assets
from kg.errors import OutputError
from kg.export.graph import Graph, Term
from kg.vocab import term

_WORD: Final = re.compile(r"[A-Za-z]\w*")
_TYPE: Final = term("rdf:type")
_STRING: Final = term("xsd:string")
_dump: Final = json.JSONEncoder(ensure_ascii=False).encode


@cache
def context() -> dict[str, str]:
    """The bundled context (ontology/context.jsonld): schema.org's terms bare, all others with their prefix."""
    text = (assets.folder("ontology") / "context.jsonld").read_text(encoding="utf-8")
    return dict(json.loads(text)["@context"])


def json_ld(graph: Graph, out: IO[bytes]) -> None:
    """The default graph; OutputError for what JSON-LD 1.1 cannot hold."""
    facts = graph.facts
    json_ld_of(facts.triples, facts.prefixes(), out)


def json_ld_of(triples: Iterable[ox.Triple], prefixes: Mapping[str, str], out: IO[bytes]) -> None:
    """The same of triples that come in the order of a graph and need not be in memory."""
    names = _Names(prefixes.get("schema", context()["schema"]))
    out.write(f'{{"@context": {_dump(names.context)},\n"@graph": ['.encode())
    for i, (subject, about) in enumerate(groupby(triples, key=lambda t: t.subject)):
        node = {"@id": names.node(subject)} | _properties(about, names)
        out.write(f"{',' if i else ''}\n{_dump(node)}".encode())
    out.write(b"\n]}\n")


def _properties(triples: Iterable[ox.Triple], names: "_Names") -> dict[str, object]:
    found: dict[str, list[object]] = {}
    for t in triples:
        if t.predicate == _TYPE and isinstance(t.object, ox.NamedNode):
            found.setdefault("@type", []).append(names.word(t.object.value))
        else:
            found.setdefault(names.word(t.predicate.value), []).append(names.object(t.object))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


class _Names:
    """IRIs and literals in, their shortest form under the context out."""

    def __init__(self, schema: str) -> None:
        self.context = context() | {"@vocab": schema, "schema": schema}
        self._words: dict[str, str] = {}

    def word(self, iri: str) -> str:
        """A property, class or datatype: "name", "kg:remakeOf", or the whole IRI."""
        if iri not in self._words:
            self._words[iri] = self._shortest(iri)
        return self._words[iri]

    def node(self, node: Term) -> str:
        """The @id of a node: its whole IRI."""
        if isinstance(node, ox.NamedNode):
            return self._whole(node.value)
        if isinstance(node, ox.BlankNode):
            return str(node)
        raise OutputError(f"JSON-LD has no form for the triple term {node}; export it as N-Quads")

    def object(self, object: Term) -> object:
        """A link, a plain string, or a string with its datatype or language."""
        if not isinstance(object, ox.Literal):
            return {"@id": self.node(object)}
        if object.direction:
            raise OutputError(f"JSON-LD loses the direction of {object}; export it as N-Quads")
        if object.language:
            return {"@language": object.language, "@value": object.value}
        if object.datatype == _STRING:
            return object.value
        return {"@type": self.word(object.datatype.value), "@value": object.value}

    def _shortest(self, iri: str) -> str:
        for prefix, space in self.context.items():
            local = iri.removeprefix(str(space))
            if local != iri and _WORD.fullmatch(local):
                if prefix != "@vocab":
                    return f"{prefix}:{local}"
                if local not in self.context:
                    return local
        return self._whole(iri)

    def _whole(self, iri: str) -> str:
        if iri.partition(":")[0] in self.context:
            raise OutputError(f"JSON-LD would take the scheme of <{iri}> for a prefix; export it as N-Quads")
        return iri
