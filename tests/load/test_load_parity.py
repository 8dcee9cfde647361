"""Every canned query gives the same rows, in the same order, on six engines: of the seeds, and of thousands of films."""

from collections import defaultdict

import pytest
from engines import ENGINES, engine

from kg.query import catalogue, run
from kg.store import open_graph

# Where a sample of the values of a parameter is found: a query and its column.
SAMPLES = {
    "film": ("remake-of", "film"),
    "thing": ("remake-of", "original"),
    "actor": ("actor-played-role", "actor"),
    "character": ("actor-played-role", "character"),
    "person": ("actor-played-role", "actor"),
    "director": ("remake-of", "originalDirectors"),
    "reviewer": ("reviews", "reviewer"),
    "genre": ("films-by", "genres"),
    "country": ("films-by", "countries"),
}
FIXED = {"minimum": ["2"], "decade": ["2000s"], "relation": ["director", "kg:remakeOf"], "value": ["86", "drama"]}


def questions(store):
    """Each query for any, and for some values of each of its parameters; each asked of our own store, with its rows."""
    values = defaultdict(list, FIXED)
    for name, (query, column) in SAMPLES.items():
        rows = run(store, query, {})
        cells = [row[rows.columns.index(column)] for row in rows.rows]
        texts = list(dict.fromkeys(cell.value.split("; ")[0] for cell in cells if cell and cell.value))
        values[name] = texts[:: max(1, len(texts) // 2)]
    for query in catalogue():
        yield query.name, {}
        for parameter in query.parameters:
            yield from ((query.name, {parameter.name: value}) for value in values[parameter.name])


def differences(ours, theirs, asked):
    """The questions that the other engine answers otherwise, with the first row that differs."""
    found = {}
    for name, given in asked:
        left, right = run(ours, name, given), run(theirs, name, given)
        if (left.columns, left.rows) != (right.columns, right.rows):
            pairs = zip([*left.rows, None], [*right.rows, None], strict=False)
            found[name, str(given)] = next((pair for pair in pairs if pair[0] != pair[1]), (len(left), len(right)))
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib warns of its own use of old names
@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.full if n == "rdflib" else ()) for n in ENGINES[1:]]
)
def test_the_seeds_give_the_same_rows_on_every_engine(seeds, name, request):
    ours, theirs = open_graph(seeds / "graph.nq"), engine(name, seeds, request)
    asked = list(questions(ours))
    assert len(asked) > 2 * len(catalogue())
    assert sum(len(run(ours, *question)) > 0 for question in asked) > len(catalogue())
    assert differences(ours, theirs, asked) == {}


@pytest.mark.full
@pytest.mark.parametrize("name", [name for name in ENGINES[1:] if name != "rdflib"])  # rdflib would take hours
def test_thousands_of_films_give_the_same_rows(leads, name, request):
    ours, theirs = open_graph(leads / "graph.nq"), engine(name, leads, request)
    assert differences(ours, theirs, questions(ours)) == {}
