"""A store and what is asked about in; statements out, each with what became of it and every place that makes it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg import vocab
from kg.errors import UsageError
from kg.export.quotations import Quotation, quotations
from kg.query.naming import Named, candidates, named, unknown
from kg.query.reader import Reader, Term
from kg.query.standing import label, standing
from kg.query.types import relation, text
from kg.vocab.iris import last_level, slug

_TYPE, _TYPED = vocab.term("rdf:type"), ("type", "rdf:type")  # of no ontology's own
_SUBJECT, _REIFIES = vocab.term("rdf:subject"), vocab.term("rdf:reifies")
_WORDLESS: Final = "a build with --evidence none keeps none"


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement: `relations` are the term it was read as and its super-terms; `standing` is what became of it."""

    subject: str
    relations: tuple[str, ...]
    object: str
    standing: str
    places: tuple[Quotation, ...]


def statements(store: ox.Store, subject: str, predicate: str = "", obj: str = "") -> list[Stated]:
    """What is said of `subject`: all of it, that of one relation, or that of one value.

    UsageError for what the graph does not know, with what comes near it.
    """
    everything = list(named(store, "thing"))
    about = _subject(store, everything, text(subject).value)
    reader, groups = Reader(store, about), _grouped(_quoted(store, about))
    if not groups:
        raise UsageError(f"the graph holds no words about {label(reader, about)}; {_WORDLESS}")
    wanted = _TYPE if predicate in _TYPED else relation(predicate) if predicate else None
    related = {key: places for key, places in groups.items() if wanted is None or wanted in key[1]}
    found = {key: places for key, places in related.items() if not obj or _is(key[0], obj, everything, reader)}
    if not found:
        asked = f"{predicate} {obj}".strip()
        said = [label(reader, value) for value, _ in related] or [vocab.curie(p[0].value) for _, p in groups]
        raise UsageError(f"nothing says {asked!r} of {label(reader, about)}; there is {', '.join(dict.fromkeys(said))}")
    return [_stated(store, reader, about, *key, places) for key, places in found.items()]


def _subject(store: ox.Store, everything: list[Named], given: str) -> ox.NamedNode:
    """The thing of this name, title with year, IRI, "movie:low-tide-2001" or "low-tide-2001"."""
    found = {n.iri: n.label for n in candidates(everything, given)}
    found = found or {iri: iri for iri in sorted(_spoken_of(store)) if _ends(iri, given)}
    if not found:
        raise UsageError(unknown("thing", given, everything))
    if len(found) > 1:
        choice = "".join(f"\n  {label}  {iri}" for iri, label in found.items())
        raise UsageError(f"{given!r} may be one of {len(found)} things; add the year or give the IRI:{choice}")
    return ox.NamedNode(next(iter(found)))


def _spoken_of(store: ox.Store) -> set[str]:
    """IRIs of all that evidence is about."""
    plain = {q.object for q in store.quads_for_pattern(None, _SUBJECT, None)}
    terms = {q.object.subject for q in store.quads_for_pattern(None, _REIFIES, None) if isinstance(q.object, ox.Triple)}
    return {node.value for node in plain | terms if isinstance(node, ox.NamedNode)}


def _ends(iri: str, given: str) -> bool:
    """Whether an IRI is meant by itself, by its CURIE, by its last level or by the name that it was made of."""
    return iri == given or iri.endswith("/" + given.replace(":", "/", 1)) or last_level(iri) == slug(given)


def _quoted(store: ox.Store, about: ox.NamedNode) -> list[Quotation]:
    nodes = {q.subject for q in store.quads_for_pattern(None, _SUBJECT, about)}
    for quad in store.quads_for_pattern(None, _REIFIES, None):
        if isinstance(quad.object, ox.Triple) and quad.object.subject == about:
            nodes.add(quad.subject)
    return quotations(quad for node in nodes for quad in store.quads_for_pattern(node, None, None))


def _grouped(quoted: Iterable[Quotation]) -> dict[tuple[Term, tuple[ox.NamedNode, ...]], list[Quotation]]:
    """Places by what they state; a relation and its super-terms, stated at one place of one value, are one."""
    groups: dict[tuple[Term, tuple[ox.NamedNode, ...]], list[Quotation]] = defaultdict(list)
    for quotation in quoted:
        terms: dict[Term, set[ox.NamedNode]] = defaultdict(set)
        for triple in quotation.statements:
            terms[triple.object].add(triple.predicate)
        for value, predicates in terms.items():
            groups[value, tuple(sorted(predicates, key=_specific))].append(quotation)
    return dict(sorted(groups.items(), key=lambda item: (_specific(item[0][1][0])[1], str(item[0]))))


def _specific(predicate: ox.NamedNode) -> tuple[bool, str]:
    """A relation goes before its super-terms: those are schema.org's, it is the ontology's own."""
    name = vocab.curie(predicate.value)
    return not name.startswith("kg:"), name


def _is(value: Term, asked: str, everything: Collection[Named], reader: Reader) -> bool:
    if isinstance(value, ox.Literal):
        return value.value.casefold() == asked.strip().casefold()
    if not isinstance(value, ox.NamedNode):
        return False
    if any(n.iri == value.value for n in candidates(everything, asked)) or _ends(value.value, asked):
        return True
    return asked.strip().casefold() in (vocab.curie(value.value).casefold(), label(reader, value).casefold())


def _stated(
    store: ox.Store,
    reader: Reader,
    about: ox.NamedNode,
    value: Term,
    predicates: tuple[ox.NamedNode, ...],
    places: list[Quotation],
) -> Stated:
    return Stated(
        subject=label(reader, about),
        relations=tuple(vocab.curie(p.value) for p in predicates),
        object=label(reader, value),
        standing=standing(store, reader, ox.Triple(about, predicates[0], value), places),
        places=tuple(places),
    )
