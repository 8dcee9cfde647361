"""A store in; what it says of one film in people's words, and the numbers of the documents behind it, out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import pyoxigraph as ox
from babel import Locale
from babel.dates import format_date

from kg import vocab

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_MERGED: Final = ox.DefaultGraph()


@dataclass(frozen=True, slots=True)
class Contest:
    """The values of a relation that lost, and the rule that decided."""

    rejected: tuple[Term, ...] = ()
    rule: str = ""


class Reader:
    """Reads the merged facts around one film; `documents` are those that speak of it, cited by number from 1."""

    def __init__(self, store: ox.Store, film: ox.NamedNode):
        self._store = store
        self._film = film
        named = dict(self._documents())
        self.documents = tuple(sorted(set(named.values())))
        self._number = {graph: self.documents.index(name) + 1 for graph, name in named.items()}

    def _documents(self) -> Iterator[tuple[object, str]]:
        """Each graph that speaks of the film, with the identifier of the document that it was derived from."""
        about = self._store.quads_for_pattern(self._film, None, None)
        within = self._store.quads_for_pattern(None, None, self._film)
        for graph in {q.graph_name for q in (*about, *within)}:
            for document in self._anywhere(graph, "prov:wasDerivedFrom"):
                names = self._anywhere(document, "schema:identifier")
                yield graph, min(self.label(name) for name in names or [document])

    def objects(self, subject: Term, relation: str) -> list[Term]:
        """What the merged facts state: the objects of this relation (a CURIE), in a fixed order."""
        return sorted(self._anywhere(subject, relation, _MERGED), key=str)

    def subjects(self, relation: str, object: Term) -> list[Term]:
        """The other way round: what has this relation to `object`, in a fixed order."""
        quads = self._store.quads_for_pattern(None, vocab.term(relation), object, _MERGED)
        return sorted((q.subject for q in quads), key=str)

    def things(self, subject: Term, relation: str) -> list[ox.NamedNode]:
        """The objects that have an IRI."""
        return [o for o in self.objects(subject, relation) if isinstance(o, ox.NamedNode)]

    def texts(self, subject: Term, relation: str) -> list[str]:
        """The objects as they stand, without their datatypes."""
        return [o.value for o in self.objects(subject, relation) if isinstance(o, ox.Literal)]

    def is_a(self, thing: Term, kind: str) -> bool:
        """Whether the merged facts give this class to a thing."""
        return vocab.term(kind) in self.objects(thing, "rdf:type")

    def label(self, thing: Term) -> str:
        """What people call a thing: name and year of a film, else its name, its description or the end of its IRI."""
        if not isinstance(thing, ox.NamedNode):
            return str(getattr(thing, "value", thing))
        for name in self.texts(thing, "schema:name"):
            years = [d[:4] for d in self.texts(thing, "schema:datePublished")]
            return f"{name} ({years[0]})" if years else name
        described = self.texts(thing, "schema:disambiguatingDescription")
        return described[0] if described else thing.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    def words(self, value: Term, relation: str) -> str:
        """A value of this relation as people write it: "13 July 2007", "86 min", "English"."""
        if not isinstance(value, ox.Literal):
            return self.label(value)
        if relation == "schema:inLanguage":
            return str(Locale("en").languages.get(value.value.replace("-", "_"), value.value))
        if value.datatype == vocab.term("xsd:date"):
            return format_date(date.fromisoformat(value.value), "d MMMM y", locale="en")
        return f"{value.value} min" if relation == "kg:runtimeMinutes" else value.value

    def sources(self, subject: Term, relation: str, object: Term) -> tuple[int, ...]:
        """Numbers of the documents that state this triple."""
        if isinstance(subject, ox.Literal):
            return ()
        quads = self._store.quads_for_pattern(subject, vocab.term(relation), object)
        return tuple(sorted({self._number[q.graph_name] for q in quads if q.graph_name in self._number}))

    def contest(self, relation: str) -> Contest:
        """What the curation graph says about disagreement on a value of the film."""
        contests = [c for c in self._contests if self._anywhere(c, "rdf:predicate") == [vocab.term(relation)]]
        rejected = sorted({r for c in contests for r in self._anywhere(c, "kg:rejected")}, key=str)
        rules = sorted({r.value for c in contests for r in self._anywhere(c, "kg:rule") if isinstance(r, ox.Literal)})
        return Contest(tuple(rejected), ", ".join(rules))

    @cached_property
    def _contests(self) -> list[Term]:
        about = self._store.quads_for_pattern(None, vocab.term("rdf:subject"), self._film)
        return [q.subject for q in about if vocab.term("kg:Contest") in self._anywhere(q.subject, "rdf:type")]

    def _anywhere(
        self, subject: Term | ox.DefaultGraph, relation: str, graph: ox.DefaultGraph | None = None
    ) -> list[Term]:
        """The objects of this relation in one graph, or in any."""
        if isinstance(subject, ox.Literal | ox.DefaultGraph):
            return []
        return [q.object for q in self._store.quads_for_pattern(subject, vocab.term(relation), None, graph)]
