"""Facts in; the namespaces that their triples have, each with how often, out."""

from collections import Counter
from collections.abc import Collection
from functools import cache

from kg.assemble import Stated
from kg.assemble.rdf import related
from kg.export import UNWRITTEN, namespace
from kg.model import Datatype, Fact, Value
from kg.vocab import expand, term


def spaces_of(facts: Collection[Fact | Stated]) -> Counter[str]:
    """What the prefixes of a graph depend on."""
    spaces: Counter[str] = Counter()
    things = [*(each.subject for each in facts), *(each.object for each in facts if isinstance(each.object, str))]
    for thing, times in Counter(things).items():
        spaces[namespace(thing)] += times
    for relation, times in Counter(each.relation for each in facts).items():
        for space in _of_relation(relation):
            spaces[space] += times
    values = (each.object.datatype for each in facts if isinstance(each.object, Value))
    for datatype, times in Counter(values).items():
        if datatype is not Datatype.STRING:
            spaces[_of_datatype(datatype)] += times
    return spaces


@cache
def _of_relation(name: str) -> tuple[str, ...]:
    return tuple(namespace(expand(each)) for each in related(name) if term(each) not in UNWRITTEN)


@cache
def _of_datatype(name: Datatype) -> str:
    return namespace(expand(f"xsd:{name}"))
