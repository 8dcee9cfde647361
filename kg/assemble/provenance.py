"""Documents in, the provenance graph out: what each graph was derived from, and the run and program that made it."""

from collections.abc import Iterator
from importlib.metadata import version
from typing import Final, Protocol

from kg.assemble.identity import Identified
from kg.assemble.rdf import Spoken, line, literal, named, node
from kg.model import Thing
from kg.vocab import BaseIri
from kg.vocab.iris import short_hash

_TYPE: Final = named("rdf:type")


class Source(Protocol):
    """What has to be known of a document."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def sha256(self) -> str:
        """Hex digest of its text."""

    @property
    def url(self) -> str | None:
        """Where it is on the web."""

    @property
    def media_type(self) -> str:
        """What kind of file it was."""


class Provenance:
    """The provenance of documents that come one at a time, by id; `run` closes it.

    The run is named by its input and the program's version, by no clock.
    """

    def __init__(self, identity: Identified, base: BaseIri) -> None:
        self._identity, self._base = identity, base
        self._graph = node(base.join("graph", "provenance"))
        self._release = version("kg")
        self._read: list[str] = []
        self._graphs: list[str] = []

    def of(self, document: Source, about: Thing | None) -> Iterator[str]:
        """Where the graph of a document comes from, and what the document is."""
        stated, source = self.note(document)
        said = [
            (stated, _TYPE, named("prov:Entity")),
            (stated, named("prov:wasDerivedFrom"), source),
            *_document(source, document),
        ]
        if about:
            said.append((source, named("schema:about"), node(self._identity.iri(document.id, about))))
        return (line(triple, self._graph) for triple in said)

    def note(self, document: Source) -> tuple[str, str]:
        """Have the run read a document, of which nothing else is to be told; its graph and itself as terms."""
        slug = self._identity.document(document.id)
        stated = node(self._base.join("graph", slug))
        self._read += [document.id, document.sha256]
        self._graphs.append(stated)
        return stated, node(self._base.join("document", slug))

    def run(self) -> Iterator[str]:
        """The run that made all these graphs, and the program."""
        run = node(self._base.join("run", short_hash(self._release, *self._read)))
        agent = node(self._base.join("agent", f"kg-{self._release}"))
        said = [
            *((stated, named("prov:wasGeneratedBy"), run) for stated in self._graphs),
            (run, _TYPE, named("prov:Activity")),
            (run, named("prov:wasAssociatedWith"), agent),
            (agent, _TYPE, named("prov:SoftwareAgent")),
            (agent, named("schema:softwareVersion"), literal(self._release)),
        ]
        return (line(triple, self._graph) for triple in said)


def _document(about: str, document: Source) -> Iterator[Spoken]:
    yield about, _TYPE, named("prov:Entity")
    yield about, _TYPE, named("schema:DigitalDocument")
    yield about, named("schema:identifier"), literal(document.id)
    yield about, named("schema:encodingFormat"), literal(document.media_type)
    yield about, named("schema:sha256"), literal(document.sha256)
    if document.url:
        yield about, named("schema:url"), literal(document.url, named("xsd:anyURI"))
