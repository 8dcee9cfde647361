"""A store, a query and parameters in; rows out. Values enter the query as RDF terms, in a data block made for them."""

from collections.abc import Iterable, Mapping

from kg.errors import InputError, UsageError
from kg.query.catalogue import Parameter, Query, find
from kg.query.naming import Meant, meant
from kg.query.rows import Asked, Rows
from kg.query.types import CLASSES, TYPES, Term
from kg.rdf import HTTP, HTTPS


def run(store: Asked, name: str, params: Mapping[str, str]) -> Rows:
    """Rows of the canned query `name`, or of the `.rq` file of that path, for parameters as they were typed in.

    UsageError for an unknown query or parameter or a value of the wrong type. A name that the graph does not
    know is no error: the answer is empty and its notes say which names are near.
    """
    query = find(name)
    given = {key.replace("-", "_"): value for key, value in params.items()}
    terms = terms_of(query, given)
    rows = _ask(store, query, terms)
    if len(rows):
        return rows
    looked_up = {p.name: meant(store, p.type, given[p.name]) for p in _named(query, given)}
    return _second(store, query, terms, looked_up, rows)


def terms_of(query: Query, given: Mapping[str, str]) -> dict[str, Term]:
    """The parameters as terms of their types, defaults included; UsageError names the parameter that is wrong."""
    parameters = {query.parameter(name): value for name, value in given.items()}
    defaults = {p: p.default for p in query.parameters if p.default is not None}
    return {p.name: _term(p, value) for p, value in {**defaults, **parameters}.items()}


def bind(query: Query, terms: Mapping[str, Term]) -> str:
    """The query's text with each term in its slot: `VALUES ?_film { UNDEF }` becomes `VALUES ?_film { "Interview" }`.

    Inline data is the one way of binding that every SPARQL 1.1 engine has and reads alike. The serialiser
    escapes whatever could end the term, so that a value is one term and never a part of the query.
    """
    text = query.text.replace(f"<{HTTPS}", f"<{HTTP}")
    for name, term in terms.items():
        block = f"VALUES ?_{name} {{ {term} }}"
        text = query.slot(name).sub(lambda _, block=block: block, text)  # type: ignore[misc]
    return text


def _term(parameter: Parameter, given: str) -> Term:
    try:
        return TYPES[parameter.type](given)
    except UsageError as error:
        raise UsageError(f"{parameter.name}: {error}") from error


def _ask(store: Asked, query: Query, terms: Mapping[str, Term]) -> Rows:
    try:
        return Rows.of(store.query(bind(query, terms)), query.lists)
    except SyntaxError as error:
        raise InputError(f"{query.name}: not a SPARQL 1.1 query: {error}") from error


def _named(query: Query, given: Mapping[str, str]) -> Iterable[Parameter]:
    return (p for p in query.parameters if p.name in given and p.type in CLASSES)


def _second(store: Asked, query: Query, terms: dict[str, Term], looked_up: Mapping[str, Meant], first: Rows) -> Rows:
    """The rows once more, for what "Interview (2007)" or "interview-2007" can only mean; else notes on the names."""
    notes = tuple(m.note for m in looked_up.values() if m.note)
    found = {name: m.iri for name, m in looked_up.items() if m.iri}
    rows = _ask(store, query, terms | found) if found else first
    return Rows(rows.results, notes)
