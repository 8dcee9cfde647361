"""What people call a thing in; the things of the graph that it can mean, or the names that come near it, out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

import pyoxigraph as ox

from kg import vocab
from kg.errors import UsageError
from kg.query.rows import Asked
from kg.query.types import CLASSES

NEAR: Final = 3  # names that a suggestion offers
# How a thing may be called, in the order in which one way goes before another.
_CALLED: Final = ("schema:name", "schema:alternateName", "schema:disambiguatingDescription")
_MATCHED: Final = 2  # the first two of them are those that the queries match themselves


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A thing under one of its names; `rank` counts how far down the list of ways to be called that name is."""

    rank: int
    name: str
    year: str
    iri: str

    @property
    def label(self) -> str:
        """The name with the year behind it, where there is one: "Interview (2007)"."""
        return f"{self.name} ({self.year})" if self.year else self.name


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name means that a query did not find: one thing by another form of its name, or a note why nothing."""

    iri: ox.NamedNode | None = None
    note: str = ""


def meant(store: Asked, kind: str, given: str) -> Meant:
    """What `given` means among the things of this parameter type; empty when the graph knows it by that very name."""
    everything = list(named(store, kind))
    found = candidates(everything, given)
    if any(given == n.iri or (n.rank < _MATCHED and given.casefold() == n.name.casefold()) for n in found):
        return Meant()
    if len({n.iri for n in found}) == 1:
        return Meant(ox.NamedNode(found[0].iri))
    if found:
        return Meant(note=f"{given!r} may be {' or '.join(f'<{n.iri}>' for n in found)}; give the IRI")
    return Meant(note=unknown(kind, given, everything))


def named(store: Asked, kind: str) -> Iterator[Named]:
    """Every thing of a parameter type ("film"), once under each of its names."""
    rows = store.query(_everything(CLASSES[kind]))
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        rank, name, year, thing = (row[key] for key in ("rank", "name", "year", "thing"))
        yield Named(int(rank.value), name.value, year.value if year else "", thing.value)


def candidates(everything: Iterable[Named], given: str) -> list[Named]:
    """The things that `given` can mean, one entry each, in order: it is a name, name with year, IRI or end of an IRI.

    Things that bear the very name go before those that only some text calls so.
    """
    wanted = _folded(given)
    fits = sorted(n for n in everything if wanted in _forms(n))
    best = [n for n in fits if n.rank == fits[0].rank]
    return [n for i, n in enumerate(best) if n.iri not in {b.iri for b in best[:i]}]


def the_film(store: Asked, given: str) -> str:
    """IRI of the film that `given` means; UsageError with the nearest names for none, with the choice for several."""
    everything = list(named(store, "film"))
    found = candidates(everything, given)
    if not found:
        raise UsageError(unknown("film", given, everything))
    if len(found) > 1:
        choice = "".join(f"\n  {f.label}  {f.iri}" for f in found)
        raise UsageError(f"{given!r} may be one of {len(found)} films; add the year or give the IRI:{choice}")
    return found[0].iri


def unknown(kind: str, given: str, everything: Iterable[Named]) -> str:
    """The sentence that says that there is no such thing, with the nearest names."""
    labels: dict[str, list[str]] = {}
    for name, label in sorted({(_folded(n.name), n.label) for n in everything}):
        labels.setdefault(name, []).append(label)
    holding = [name for name in labels if _folded(given) in name]
    close = holding or get_close_matches(_folded(given), labels, n=NEAR, cutoff=0.6)
    near = [label for name in close for label in labels[name]]
    hint = f"; did you mean {' or '.join(near[:NEAR])}?" if near else ""
    return f"the graph knows no {kind} called {given!r}{hint}"


def _forms(thing: Named) -> tuple[str, ...]:
    return tuple(_folded(f) for f in (thing.name, thing.label, thing.iri, thing.iri.rsplit("/", 1)[-1]))


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _everything(kind: str) -> str:
    """The query for all names of the things of a class, any class when it is empty."""
    ways = " ".join(f"(<{vocab.expand(way)}> {rank})" for rank, way in enumerate(_CALLED))
    of_class = f"?thing a <{vocab.expand(kind)}> ." if kind else ""
    published = f"OPTIONAL {{ ?thing <{vocab.expand('schema:datePublished')}> ?date }}"
    return f"""SELECT ?thing ?name ?rank (SUBSTR(STR(?date), 1, 4) AS ?year)
        WHERE {{ VALUES (?way ?rank) {{ {ways} }} {of_class} ?thing ?way ?name . {published} }}"""
