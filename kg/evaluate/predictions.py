"""One document's Extraction in, what it asserts as statements by name out."""

from typing import Final

from kg.evaluate.facts import Predicted
from kg.evaluate.said import Object, Said, predicted
from kg.model import Extraction, Kind, Status, Thing, Value
from kg.vocab import country_name

_NAMED: Final = (Kind.PERSON, Kind.ORGANIZATION, Kind.CHARACTER, Kind.REVIEWER, Kind.CONCEPT)


def from_extraction(extraction: Extraction) -> Predicted:
    """What one document asserts; hedged and denied claims are no predictions."""
    said = Said(extraction.document.id, extraction.about)
    for claim in extraction.claims:
        if claim.evidence.status is not Status.ASSERTED:
            continue
        evidence = claim.evidence
        words = (evidence.confidence, evidence.rule, evidence.quote)
        _learn(said, claim.subject)
        if isinstance(claim.object, Value):
            object = Object(claim.object.text, None, *words)
            if claim.relation == "schema:name":
                said.names.setdefault(claim.subject, claim.object.text)
        else:
            _learn(said, claim.object)
            object = Object(claim.object.key, claim.object, *words)
        said.edges[claim.subject][claim.relation].append(object)
    return predicted(said, extraction.document.text)


def _learn(said: Said, thing: Thing) -> None:
    said.kinds[thing] = thing.kind
    if thing.kind is Kind.COUNTRY:
        said.names[thing] = country_name(thing.key)
    elif thing.kind in _NAMED:
        said.names.setdefault(thing, thing.key)
