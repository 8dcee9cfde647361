"""Of literals that are equal in value, a store that keeps values only is given one; all others are given all."""

import pyoxigraph as ox
import pytest

from kg.store.plan import graphs_of
from kg.store.profiles import profile
from kg.store.values import distinct

S, P = ox.NamedNode("https://example.org/kg/movie/x"), ox.NamedNode("http://schema.org/datePublished")


def literal(text):
    value, _, kind = text.partition("^^")
    return (
        ox.Literal(value, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}"))
        if kind
        else ox.Literal(value)
    )


def held(*objects):
    return [triple.object for triple in distinct(ox.Triple(S, P, literal(text)) for text in objects)]


@pytest.mark.parametrize(
    ("alike", "kept"),
    [
        (("1958^^gYear", "1958-01^^gYearMonth"), "1958-01^^gYearMonth"),
        (("1958-01-01^^date", "1958^^gYear", "1958-01^^gYearMonth"), "1958-01-01^^date"),
        (("1958-01-01^^date", "1958-01-01T00:00:00Z^^dateTime"), "1958-01-01T00:00:00Z^^dateTime"),
        (("8^^integer", "8.0^^decimal"), "8.0^^decimal"),
        (("1^^boolean", "true^^boolean"), "true^^boolean"),
    ],
)
def test_the_one_that_says_most_is_kept(alike, kept):
    assert held(*alike) == held(*reversed(alike)) == [literal(kept)]


def test_what_differs_in_value_is_kept_apart():
    all_of_them = (
        "1958^^gYear",
        "1958-02^^gYearMonth",
        "1958-01-02^^date",
        "1958^^integer",
        "1958",
        "1^^integer",
        "1^^boolean",
    )
    assert held(*all_of_them) == [literal(text) for text in all_of_them]


def test_only_a_store_that_keeps_values_gets_fewer():
    quads = [ox.Quad(S, P, literal(text)) for text in ("1958^^gYear", "1958-01^^gYearMonth")]
    counts = {name: sum(map(len, graphs_of(quads, profile(name)).values())) for name in ("virtuoso", "oxigraph")}
    assert counts == {"virtuoso": 1, "oxigraph": 2}
