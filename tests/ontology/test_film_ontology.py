"""ontology/film.ttl: every term that a build writes is defined, explained and tied to schema.org."""

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from kg import assets
from kg.model import Kind, Status
from kg.vocab import PREFIXES, class_iri, expand, relations

SCHEMA, KG = Namespace(PREFIXES["schema"]), Namespace(PREFIXES["kg"])
ONTOLOGY = URIRef("https://w3id.org/film-kg")
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(assets.folder("ontology") / "film.ttl")


def test_the_ontology_says_what_it_is(ontology):
    for about in (RDF.type, DCTERMS.title, DCTERMS.description, DCTERMS.license, OWL.versionInfo, OWL.versionIRI):
        assert len(list(ontology.objects(ONTOLOGY, about))) == 1, about


def test_every_term_has_one_label_and_one_comment(ontology):
    for subject in set(ontology.subjects()) - {ONTOLOGY}:
        label, comment = (list(ontology.objects(subject, p)) for p in (RDFS.label, RDFS.comment))
        assert (len(label), len(comment)) == (1, 1), subject
        assert str(comment[0]).endswith("."), subject


def test_every_relation_has_a_domain_and_a_range(ontology):
    for subject in ontology.subjects(RDF.type, RDF.Property):
        assert {*ontology.objects(subject, RDFS.domain), *ontology.objects(subject, SCHEMA.domainIncludes)}, subject
        assert {*ontology.objects(subject, RDFS.range), *ontology.objects(subject, SCHEMA.rangeIncludes)}, subject


def test_terms_of_others_get_no_domain_that_infers(ontology):
    """rdfs:domain would type every subject of schema:actor, wherever the data comes from."""
    for p in (RDFS.domain, RDFS.range):
        assert [s for s in ontology.subjects(p) if not str(s).startswith(str(KG))] == []


def test_what_a_relation_names_is_defined(ontology):
    """Every kg: and schema: class that a domain or range names, save the data types of schema.org and its widest classes."""
    elsewhere = {SCHEMA.Thing, SCHEMA.Text, SCHEMA.URL, SCHEMA.Place}
    named = {
        o
        for p in (RDFS.domain, RDFS.range, SCHEMA.domainIncludes, SCHEMA.rangeIncludes)
        for o in ontology.objects(None, p)
    }
    ours = {c for c in named if str(c).startswith((str(KG), str(SCHEMA)))} - elsewhere
    assert ours - set(ontology.subjects(RDF.type, RDFS.Class)) == set()


def test_every_term_has_one_kind_and_stands_in_a_known_namespace(ontology):
    for subject in set(ontology.subjects()) - {ONTOLOGY}:
        kinds = set(ontology.objects(subject, RDF.type)) - {OWL.FunctionalProperty}
        assert len(kinds) == 1, subject
        assert str(subject).startswith((str(KG), str(SCHEMA))), subject


def test_the_classes_of_things_and_the_statuses_are_defined(ontology):
    classes = set(map(str, ontology.subjects(RDF.type, RDFS.Class)))
    assert {class_iri(kind) for kind in Kind if kind is not Kind.CONCEPT} <= classes
    assert {str(s) for s in ontology.subjects(RDF.type, KG.Status)} == {expand(f"kg:{status}") for status in Status}


def test_a_super_term_is_a_relation_too_so_that_it_can_be_written_out():
    known = relations()
    supers = {s for relation in known.values() for s in relation.supers}
    assert supers - set(known) == {"rdfs:seeAlso"}
    assert all(not known[s].supers for s in supers & set(known)), "one step is all that is written out"


def test_terms_of_our_own_that_schema_org_knows_in_general_have_a_super_term():
    with_super = {name for name, relation in relations().items() if relation.supers}
    assert with_super == {
        *("kg:remakeOf", "kg:screenwriter", "kg:storyBy", "kg:cinematographer", "kg:distributor", "kg:possiblySameAs"),
        *("kg:narrativeLocation", "kg:filmingLocation"),
    }


def test_alignments_point_out_of_the_ontology_and_at_no_term_exactly_twice(ontology):
    for p in MATCHES:
        for subject, target in ontology.subject_objects(p):
            assert not str(target).startswith((str(KG), str(SCHEMA))), subject
    exact = [target for _, target in ontology.subject_objects(SKOS.exactMatch)]
    assert len(exact) == len(set(exact))


def test_remake_of_and_remade_as_are_inverses(ontology):
    assert (KG.remakeOf, OWL.inverseOf, KG.remadeAs) in ontology
    assert (KG.remadeAs, OWL.inverseOf, KG.remakeOf) in ontology


def test_functional_relations_are_those_of_which_the_merged_facts_hold_one_value():
    functional = {name for name, relation in relations().items() if relation.functional}
    assert functional == {
        *("schema:duration", "kg:runtimeMinutes", "schema:contentRating", "schema:datePublished"),
        *("schema:birthDate", "schema:deathDate"),
    }
