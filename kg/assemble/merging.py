"""All documents' statements in; the facts of the default graph out, each with all its evidence, and the contests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from kg.assemble.choosing import Contest, choose
from kg.assemble.identity import Identity
from kg.assemble.ruling import rule
from kg.assemble.statements import ALTERNATE, NAME, TYPE, Said, rank, said_by
from kg.model import Decision, Evidence, Extraction, Fact, Finding, Kind, Value
from kg.vocab import class_iri, relation

DESCRIPTION: Final = "schema:disambiguatingDescription"
LABELS: Final = frozenset({TYPE, NAME, ALTERNATE, DESCRIPTION})

Key = tuple[str, str, str | Value]


@dataclass(frozen=True, slots=True)
class Merged:
    """The facts, sorted, and the values that lost against one of them; what people reject is found fault with."""

    facts: tuple[Fact, ...]
    contests: tuple[Contest, ...]
    rejections: tuple[Finding, ...] = ()


def merge(extractions: Iterable[Extraction], identity: Identity) -> Merged:
    """What all documents assert together."""
    said = (said for extraction in extractions for said in said_by(extraction, identity))
    return merge_said(said, identity, identity.decisions)


def merge_said(said: Iterable[Said], identity: Identity, decisions: Iterable[Decision]) -> Merged:
    """What is said of some things; a functional relation keeps one value, and the others are contested.

    Whatever is said of a thing has to be there, with the decisions on it; nothing of any other thing is looked at.
    """
    gathered: dict[Key, list[Evidence]] = defaultdict(list)
    for each in said:
        if each.asserted:
            statement = each.statement
            gathered[statement.subject, statement.relation, statement.object].append(statement.evidence)
            if statement.relation in (NAME, ALTERNATE):  # what names a thing says its type as well
                kind = class_iri(identity.named[statement.subject].kind)
                gathered[statement.subject, TYPE, kind].append(statement.evidence)
    facts = [Fact(*key, _each_once(evidence)) for key, evidence in gathered.items()]
    rulings = rule(facts, decisions)
    if rulings.rejected:
        facts = [fact for fact in facts if fact not in rulings.rejected]
    chosen, contests = _chosen(facts, rulings.preferred)
    chosen += [*_descriptions(chosen, identity), *rulings.rejected]
    contests.sort(key=lambda contest: order(contest.chosen))
    return Merged(tuple(sorted(chosen, key=order)), tuple(contests), rulings.findings)


def _each_once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(set(evidence))) if len(evidence) > 1 else tuple(evidence)


def order(fact: Fact) -> tuple[str, str, bool, str, str]:
    """Sorts facts by subject, relation and object, IRIs before values."""
    if isinstance(fact.object, Value):
        return fact.subject, fact.relation, True, fact.object.text, fact.object.datatype
    return fact.subject, fact.relation, False, fact.object, ""


def _chosen(facts: Sequence[Fact], preferred: Mapping[Fact, str]) -> tuple[list[Fact], list[Contest]]:
    """The facts with one value for each functional relation of a subject."""
    kept, contests = [], []
    rivals: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if _is_functional(fact.relation):
            rivals[fact.subject, fact.relation].append(fact)
        else:
            kept.append(fact)
    for group in rivals.values():
        fact, contest = choose(sorted(group, key=order) if len(group) > 1 else group, preferred)
        kept.append(fact)
        contests += [contest] if contest else []
    return kept, contests


@cache
def _is_functional(name: str) -> bool:
    return name != TYPE and relation(name).functional


def _descriptions(facts: Sequence[Fact], identity: Identity) -> Iterator[Fact]:
    """For each film without a title what tells it apart, such as "2003 film by Theo van Gogh"."""
    subjects = {fact.subject for fact in facts}
    untitled = {iri for iri in subjects if (e := identity.named.get(iri)) and e.kind is Kind.MOVIE and not e.name}
    said: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in sorted((fact for fact in facts if fact.subject in untitled), key=order):
        said[fact.subject][fact.relation].append(fact)
    for film, about in said.items():
        grounds = about["schema:datePublished"] + about["schema:director"]
        text = _described(about, identity)
        if not grounds:
            grounds = about["kg:remadeAs"] or about["kg:remakeOf"] or about[TYPE]
        yield Fact(film, DESCRIPTION, Value(text), _one_each(grounds))


def _described(about: Mapping[str, Sequence[Fact]], identity: Identity) -> str:
    year = "".join(f.object.text[:4] for f in about["schema:datePublished"] if isinstance(f.object, Value))
    directors = _names(about["schema:director"], identity)
    if year or directors:
        return " ".join(filter(None, [year, "film", directors and f"by {directors}"]))
    for tie, words in (("kg:remadeAs", "film remade as"), ("kg:remakeOf", "remake of")):
        if other := _names(about[tie], identity):
            return f"{words} {other}"
    return "film without a title"


def _names(facts: Iterable[Fact], identity: Identity) -> str:
    entities = (identity.named[fact.object] for fact in facts if isinstance(fact.object, str))
    return " and ".join(sorted(entity.name for entity in entities if entity.name))


def _one_each(grounds: Iterable[Fact]) -> tuple[Evidence, ...]:
    """The best piece of evidence of each fact."""
    return tuple(sorted({min(fact.evidence, key=partial(rank, "")) for fact in grounds}))
