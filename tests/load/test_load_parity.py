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


# Of thousands of films, these are more than Jena's engine joins in a test's time where no film or person is named.
ENDLESS = {"Jena": ("co-stars", "director-actor-pairs", "evidence-for")}
NAMED = {"thing", "actor", "director"}


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


def answers(out):
    """Each question with the rows of our own store in memory; once for all engines."""
    store = open_graph(out / "graph.nq")
    return [(*question, run(store, *question)) for question in questions(store)]


@pytest.fixture(scope="module")
def answers_of_seeds(seeds):
    return answers(seeds)


@pytest.fixture(scope="module")
def answers_of_leads(leads):
    return answers(leads)


def differences(expected, theirs):
    """The questions that an engine answers otherwise, with the first row that differs."""
    found = {}
    for name, given, left in expected:
        right = run(theirs, name, given)
        if (left.columns, left.rows) != (right.columns, right.rows):
            pairs = zip([*left.rows, None], [*right.rows, None], strict=False)
            found[name, str(given)] = next((pair for pair in pairs if pair[0] != pair[1]), (len(left), len(right)))
    return found


def test_there_are_questions_about_everything(answers_of_seeds):
    assert {name for name, _, rows in answers_of_seeds if len(rows)} == {query.name for query in catalogue()}
    assert len(answers_of_seeds) > 2 * len(catalogue())


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib warns of its own use of old names
@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.full if n == "rdflib" else ()) for n in ENGINES[1:]]
)
def test_the_seeds_give_the_same_rows_on_every_engine(seeds, answers_of_seeds, name, request):
    assert differences(answers_of_seeds, engine(name, seeds, request)) == {}


@pytest.mark.full
@pytest.mark.parametrize("name", [name for name in ENGINES[1:] if name != "rdflib"])  # rdflib would take hours
def test_thousands_of_films_give_the_same_rows(leads, answers_of_leads, name, request):
    endless = ENDLESS.get(name, ())
    asked = [answer for answer in answers_of_leads if answer[1].keys() & NAMED or answer[0] not in endless]
    assert differences(asked, engine(name, leads, request)) == {}
