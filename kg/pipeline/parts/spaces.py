"""Facts in; the namespaces that their triples have, each with how often, out."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from kg.assemble import Stated
from kg.assemble.rdf import related
from kg.export import UNWRITTEN, namespace
from kg.model import Datatype
from kg.vocab import expand, term


def spaces_of(facts: Iterable[Stated]) -> Counter[str]:
    """What the prefixes of a graph depend on."""
    spaces: Counter[str] = Counter()
    for subject, relation, obj in facts:
        spaces[namespace(subject)] += 1
        spaces.update(_of_relation(relation))
        if isinstance(obj, str):
            spaces[namespace(obj)] += 1
        elif obj.datatype is not Datatype.STRING:
            spaces[_of_datatype(obj.datatype)] += 1
    return spaces


@cache
def _of_relation(name: str) -> tuple[str, ...]:
    return tuple(namespace(expand(each)) for each in related(name) if term(each) not in UNWRITTEN)


@cache
def _of_datatype(name: Datatype) -> str:
    return namespace(expand(f"xsd:{name}"))
