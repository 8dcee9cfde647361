"""A statement and the places that make it in; what became of it, in words, out: a fact, or why it is none."""

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from kg import vocab
from kg.export.quotations import Quotation
from kg.query.reader import Reader, Term

_FACTS: Final = ox.DefaultGraph()


def standing(store: ox.Store, reader: Reader, triple: ox.Triple, places: Iterable[Quotation]) -> str:
    """Whether it is a fact and, if not, why not."""
    if any(store.quads_for_pattern(triple.subject, triple.predicate, triple.object, _FACTS)):
        return "a fact"
    statuses = sorted({place.status.lower() for place in places if place.status})
    if "asserted" not in statuses:
        return f"no fact: {' and '.join(statuses)}"
    if reasons := list(_reasons(store, triple)):
        return f"no fact: {' '.join(reasons)}"
    relation = vocab.curie(triple.predicate.value)
    contest = reader.contest(relation)
    kept = ", ".join(label(reader, value) for value in reader.objects(triple.subject, relation))
    if triple.object in contest.rejected:
        return f"no fact: {kept} was chosen ({contest.rule})"
    return f"no fact of its own: {kept} says it more exactly" if kept else "no fact"


def _reasons(store: ox.Store, triple: ox.Triple) -> Iterator[str]:
    """Why a shape refused a triple."""
    about = store.quads_for_pattern(None, vocab.term("rdf:subject"), triple.subject)
    for refusal in sorted({quad.subject for quad in about}, key=str):
        parts = {q.predicate: q.object for q in store.quads_for_pattern(refusal, None, None)}
        stated = (parts.get(vocab.term("rdf:predicate")), parts.get(vocab.term("rdf:object")))
        reason = parts.get(vocab.term("kg:reason"))
        if stated == (triple.predicate, triple.object) and isinstance(reason, ox.Literal):
            yield reason.value


def label(reader: Reader, thing: Term) -> str:
    """What people call a thing; a role by its actor and character, a class by its CURIE."""
    if isinstance(thing, ox.NamedNode) and (name := vocab.curie(thing.value)) != thing.value:
        return name
    if isinstance(thing, ox.NamedNode) and reader.is_a(thing, "schema:PerformanceRole"):
        actors = [reader.label(actor) for actor in reader.things(thing, "schema:actor")]
        return " as ".join([*actors, *reader.texts(thing, "schema:characterName")])
    return reader.label(thing)
