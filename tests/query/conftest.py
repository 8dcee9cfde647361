from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.store import open_graph

FILMS = Path(__file__).parent / "films.trig"


@pytest.fixture(scope="session")
def store() -> ox.Store:
    return open_graph(FILMS)


@pytest.fixture(scope="session")
def rdflib_films() -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    dataset.parse(FILMS, format="trig")
    return dataset
