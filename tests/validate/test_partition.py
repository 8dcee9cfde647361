"""Cutting a graph into groups: nothing is lost, nothing is judged twice, and no group grows with the graph."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.validate.partition import groups
from kg.vocab import term

TYPE, MOVIE = str(term("rdf:type")), str(term("schema:Movie"))
NODES = [f"<http://x/{i}>" for i in range(12)]
LINKS = st.tuples(st.sampled_from(NODES), st.just("<http://x/p>"), st.sampled_from(NODES))
FILMS = st.tuples(st.sampled_from(NODES), st.just(TYPE), st.just(MOVIE))
GRAPHS = st.lists(LINKS | FILMS, unique=True, max_size=60)


@given(GRAPHS, st.integers(1, 40))
@settings(max_examples=200)
def test_every_node_is_in_focus_once_with_all_that_it_points_at(triples, target):
    pieces = list(groups(triples, target))
    in_focus = [node for piece in pieces for node in piece.focus]
    assert sorted(in_focus) == sorted({subject for subject, _, _ in triples})
    for piece in pieces:
        near = piece.focus | {obj for subject, _, obj in triples if subject in piece.focus}
        assert sorted(piece.triples) == sorted(triple for triple in triples if triple[0] in near)


@given(GRAPHS, st.integers(1, 40), st.randoms())
@settings(max_examples=100)
def test_the_cut_does_not_depend_on_the_order_of_the_triples(triples, target, random):
    before = [piece.focus for piece in groups(triples, target)]
    shuffled = random.sample(triples, len(triples))
    assert [piece.focus for piece in groups(shuffled, target)] == before


def test_groups_stay_small_however_many_films_share_their_people():
    films = 400
    triples = [
        t
        for i in range(films)
        for film, person in [(f"<http://x/film/{i}>", f"<http://x/person/{i % 7}>")]
        for t in (
            (film, TYPE, MOVIE),
            (film, str(term("schema:director")), person),
            (film, str(term("kg:remakeOf")), f"<http://x/film/{(i + 1) % films}>"),
            (person, str(term("schema:name")), f'"Person {i % 7}"'),
        )
    ]
    unique = list(dict.fromkeys(triples))
    pieces = list(groups(unique, target=100))
    assert len(pieces) > 10
    assert max(len(piece.triples) for piece in pieces) < 250


def test_no_triples_give_no_groups():
    assert list(groups([])) == []
