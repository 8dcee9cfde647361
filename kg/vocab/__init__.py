"""The ontology's relations and kinds, the sole mint of IRIs, and the normal forms of countries, languages and dates."""

from kg.vocab.iris import DEFAULT_BASE, BaseIri, slug
from kg.vocab.places import country_code, country_name, language_tag
from kg.vocab.terms import PREFIXES, Relation, class_iri, curie, expand, relation, relations, term

__all__ = [
    "DEFAULT_BASE",
    "PREFIXES",
    "BaseIri",
    "Relation",
    "class_iri",
    "country_code",
    "country_name",
    "curie",
    "expand",
    "language_tag",
    "relation",
    "relations",
    "slug",
    "term",
]
