"""What one document states as a small graph of names: an Extraction or a build's N-Quads in, statements by name out."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.evaluate.facts import CREDIT_KIND, MAIN, ROLE, UNNAMED, WRITER, YEAR, Predicted, Prediction, Statement
from kg.evaluate.matching import plain
from kg.model import Kind
from kg.vocab import relations

Node = Hashable

# What stands for a thing that has no name of its own: the first of these properties that it has.
_LABELS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.ROLE: ("schema:actor",),
    Kind.REVIEW: ("schema:author", "schema:datePublished"),
    Kind.RATING: ("schema:ratingValue",),
    Kind.AGGREGATE: ("schema:ratingValue",),
    Kind.RELEASE: ("schema:location", "schema:startDate"),
}
# Things whose own properties count as said of whatever points to them: a review's rating is said of the review.
_INNER: Final = (Kind.RATING,)
_SUBJECTS: Final = (Kind.MOVIE, Kind.PERSON, Kind.WORK, Kind.BOOK)
_ANONYMOUS: Final = {Kind.REVIEW: "critic"}  # what gold calls a review that names neither writer nor day


@dataclass(frozen=True, slots=True)
class Object:
    """An object with the words that state it; `node` is None for a value."""

    text: str
    node: Node | None = None
    confidence: float | None = None
    rule: str = ""
    quote: str = ""


@dataclass(slots=True)
class Said:
    """Nodes with their kinds and names, and what is said of each: `edges[node][relation]` lists the objects."""

    id: str
    about: Node | None
    kinds: dict[Node, Kind] = field(default_factory=dict)
    names: dict[Node, str] = field(default_factory=dict)
    edges: dict[Node, dict[str, list[Object]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def label(self, node: Node) -> str:
        """The name of a thing, or what stands for one that has none ("" at last)."""
        if node in self.names:
            return self.names[node]
        kind = self.kinds.get(node, Kind.CONCEPT)
        objects = (o for p in _LABELS.get(kind, ()) for o in self.edges[node][p])
        return next((self.words(o) for o in objects), _ANONYMOUS.get(kind, ""))

    def words(self, object: Object) -> str:
        """An object as gold writes it: a name or a value."""
        return object.text if object.node is None else self.label(object.node)

    def context(self, node: Node) -> dict[str, frozenset[str]]:
        """All that is said of a thing, by relation."""
        said: dict[str, set[str]] = defaultdict(set)
        for relation, objects in self.edges[node].items():
            for object in objects:
                said[relation].add(self.words(object))
                if self.kinds.get(object.node) in _INNER:
                    for inner, values in self.context(object.node).items():
                        said[inner] |= values
        return {relation: frozenset(values) for relation, values in said.items()}


def predicted(said: Said, text: str | None = None) -> Predicted:
    """Every statement of a document about a film, a work or a person, by name; a review's mentions are its own."""
    if said.about is None:
        return Predicted(said.id, (), text=text)
    found = [p for node in list(said.edges) for p in _of(said, node)]
    return Predicted(said.id, tuple(found), said.names.get(said.about), text)


def _of(said: Said, node: Node) -> Iterator[Prediction]:
    subject = _subject(said, node)
    for relation, object in _edges(said, node):
        for relation_name, value, detail in _readings(said, relation, object):
            context = said.context(object.node) if object.node is not None else {}
            statement = Statement(subject, relation_name, value, detail)
            yield Prediction(statement, object.confidence, object.rule, object.quote, context)


def _edges(said: Said, node: Node) -> Iterator[tuple[str, Object]]:
    """What is said of a node, without what only repeats a narrower term: that a remake is based on its original."""
    kind, edges = said.kinds.get(node), said.edges[node]
    repeated = {(s, o.node) for r in edges if r in relations() for s in relations()[r].supers for o in edges[r]}
    for relation, objects in list(edges.items()):
        if kind in _SUBJECTS or (kind is Kind.REVIEW and relation == "schema:mentions"):
            yield from ((relation, o) for o in objects if (relation, o.node) not in repeated)


def _subject(said: Said, node: Node) -> str:
    """Name of what is spoken of; an original that bears its remake's title counts as unnamed."""
    if node == said.about or said.kinds.get(node) is Kind.REVIEW:
        return MAIN
    name = said.label(node)
    return UNNAMED if not name or plain(name) == plain(said.names.get(said.about, "")) else name


def _readings(said: Said, relation: str, object: Object) -> Iterator[tuple[str, str, str]]:
    """The relations that one edge amounts to, each with its object and detail."""
    if object.node is not None and said.kinds.get(object.node) is Kind.ROLE:
        actor = said.label(object.node)
        for character in said.edges[object.node]["schema:characterName"]:
            yield ROLE, actor, character.text
        for kind in said.edges[object.node]["kg:creditKind"]:
            yield CREDIT_KIND, actor, said.words(kind)
        return
    value = said.words(object) or UNNAMED
    yield relation, value, ""
    if relation in ("kg:screenwriter", "kg:storyBy"):
        yield WRITER, value, ""
    if relation in ("schema:datePublished", "schema:dateCreated"):
        yield YEAR, value[:4], ""
