"""What a worker is asked to do: a read-only store in, a reply out. Whatever a query's author can get wrong is a problem
reply; what no query may do (updates, calls to other servers) is refused before the engine sees it.
"""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

import pyoxigraph as ox

from kg.errors import KgError, UsageError
from kg.export import Graph, exporter
from kg.query import Rows, render, run
from kg.serve.description import about
from kg.serve.html import Links, rows_page, thing_page
from kg.serve.negotiation import negotiate
from kg.serve.reply import Reply, problem
from kg.serve.syntaxes import GRAPHS_ON_OFFER, HTML, ROWS, ROWS_ON_OFFER, graph_syntax, rows_syntax

_GAP: Final = r"(?:\s|#[^\r\n]*[\r\n])*"
# The shape that every SERVICE clause has (SPARQL 1.1 §19.8, rule 59). It is looked for everywhere, also where a string
# or a comment seems to be: what is one for this pattern might be none for the engine.
_SERVICE: Final = re.compile(rf"service{_GAP}(?:silent{_GAP})?(?:<[^>]*>|[^\s{{}}<>#]+){_GAP}\{{", re.IGNORECASE)
_UPDATE: Final = re.compile(
    rf"{_GAP}(?:(?:prefix\s[^<]*|base\s*)<[^>]*>{_GAP})*(?:insert|delete|load|clear|create|drop|copy|move|add|with)\b",
    re.IGNORECASE,
)
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Job(Protocol):
    """Anything a worker can do; it is pickled on its way there."""

    def reply(self, store: ox.Store, most: int) -> Reply:
        """The answer, of at most so many bytes."""


class TooLargeError(Exception):
    """The answer is larger than an answer may be."""


@dataclass(frozen=True, slots=True)
class Sparql:
    """A query as a client wrote it; `graphs` and `named` are the protocol's dataset, None when it gives none."""

    query: str
    accept: str
    links: Links
    graphs: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None

    def reply(self, store: ox.Store, most: int) -> Reply:
        """Rows, a truth value or triples in the syntax that the client likes best."""
        if _SERVICE.search(self.query):
            return problem(403, "SERVICE is refused: this endpoint asks no other server; query that server yourself")
        try:
            answer = _asked(store, self)
        except (SyntaxError, ValueError) as error:
            if _UPDATE.match(self.query):
                return problem(403, "updates are refused: this endpoint is read-only")
            return problem(400, f"not a SPARQL 1.1 query: {error}")
        offered = GRAPHS_ON_OFFER if isinstance(answer, ox.QueryTriples) else ROWS_ON_OFFER
        media = negotiate(self.accept, offered)
        if media is None:
            return problem(406, f"this query can be answered as {', '.join(offered)}")
        return Reply(_written(answer, media, most, self.links), media)


@dataclass(frozen=True, slots=True)
class Canned:
    """A canned query with its parameters as text, to be answered in one format of `ROWS` or as Markdown."""

    name: str
    parameters: Mapping[str, str]
    format: str
    links: Links

    def reply(self, store: ox.Store, most: int) -> Reply:
        """Rows in the format; a problem for a parameter or value that the query does not take."""
        try:
            rows = run(store, self.name, self.parameters)
        except UsageError as error:
            return problem(400, str(error))
        if self.format == "markdown":
            return _sized(Reply(render(rows, "markdown").encode(), "text/markdown"), most)
        media = ROWS[self.format]
        if media == HTML:
            return _sized(Reply(rows_page(self.name, rows, self.links).encode(), HTML), most)
        return Reply(_written(rows.answer(), media, most, self.links), media)


@dataclass(frozen=True, slots=True)
class Describe:
    """What the graph says of one thing, as a page or in a format of `kg.export`; 404 when it says nothing."""

    iri: str
    format: str
    links: Links

    def reply(self, store: ox.Store, most: int) -> Reply:
        """The description in the format."""
        graph = about(store, ox.NamedNode(self.iri))
        if not graph.quads:
            return problem(404, f"the graph says nothing of <{self.iri}>")
        if self.format == "html":
            return _sized(Reply(thing_page(self.iri, graph, self.links).encode(), HTML), most)
        format = exporter(self.format)
        out = _Sink(most)
        format.write(Graph.of(graph.quads), out)
        return Reply(out.getvalue(), format.media_type)


def answered(job: Job, store: ox.Store, most: int) -> Reply:
    """The reply to a job; no error of the engine or of ours leaves it."""
    try:
        return job.reply(store, most)
    except TooLargeError:
        return problem(413, f"the answer is larger than {most:,} bytes; add a LIMIT, or ask for less")
    except MemoryError:
        return problem(422, "the query needs more memory than a query may have; ask for less")
    except (KgError, ValueError, OSError, SyntaxError) as error:
        return problem(400, f"the query cannot be answered: {error}")


def _asked(store: ox.Store, job: Sparql) -> Answer:
    """The answer from the protocol's dataset (SPARQL 1.1 Protocol §2.1.4): one part given, the other is empty."""
    if job.graphs is None and job.named is None:
        return store.query(job.query)
    return store.query(
        job.query,
        default_graph=[ox.NamedNode(iri) for iri in job.graphs or ()],
        named_graphs=[ox.NamedNode(iri) for iri in job.named or ()],
    )


def _written(answer: Answer, media: str, most: int, links: Links) -> bytes:
    out = _Sink(most)
    if isinstance(answer, ox.QueryTriples):
        answer.serialize(out, graph_syntax(media))
    elif media == HTML:
        return _sized(Reply(rows_page("", Rows.of(answer), links).encode(), HTML), most).body
    else:
        answer.serialize(out, rows_syntax(media))
    return out.getvalue()


def _sized(reply: Reply, most: int) -> Reply:
    if len(reply.body) > most:
        raise TooLargeError
    return reply


class _Sink(io.BytesIO):
    """Takes so many bytes and no more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._most:
            raise TooLargeError
        return super().write(data)
