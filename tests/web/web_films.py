"""Two invented films, one a remake of the other, as a build would state them; and the same with hostile texts."""

import pyoxigraph as ox

from kg.export import Graph
from kg.rdf import with_schema

BASE = "https://example.org/kg/"
HOSTILE = (
    '</script><script>document.title="owned"</script><img src=x onerror=owned()>"\' {{7*7}} \u202egnp.exe\u2028&amp;'
)

TRIG = """
PREFIX kg: <https://w3id.org/film-kg#>
PREFIX schema: <http://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
BASE <https://example.org/kg/>

<movie/low-tide-2001> a schema:Movie ; schema:name "Low Tide" ; schema:alternateName "Fjara" ;
  schema:datePublished "2001-03-12"^^xsd:date ; schema:duration "PT1H32M" ; kg:runtimeMinutes 92 ;
  schema:genre "Drama" ; schema:contentRating "R" ; schema:countryOfOrigin <country/is> ; schema:inLanguage "is" ;
  schema:description "A lighthouse keeper finds her own name in a drowned man's diary." ;
  schema:director <person/ann-lee> ; schema:productionCompany <organization/skerry-films> ;
  kg:remakeOf <movie/ebb-1951> ; schema:isBasedOn <movie/ebb-1951> ;
  schema:actor <person/mia-holt> , <role/low-tide-2001--mia-holt--nell> ;
  schema:character <character/low-tide-2001--nell> ;
  schema:publication <release/low-tide-2001--is> ;
  schema:aggregateRating <rating/pages-tide--aggregate> ; schema:review <review/pages-tide--1> ;
  schema:sameAs <http://www.wikidata.org/entity/Q4115189> .
<role/low-tide-2001--mia-holt--nell> a schema:PerformanceRole ; schema:actor <person/mia-holt> ;
  schema:characterName "Nell" ; kg:character <character/low-tide-2001--nell> ; kg:creditKind kg:Cameo ;
  kg:counterpartRole <role/ebb-1951--per-dahl--nils> .
<character/low-tide-2001--nell> a kg:FictionalCharacter ; schema:name "Nell" .
<release/low-tide-2001--is> a schema:PublicationEvent ; schema:location <country/is> ;
  schema:startDate "2001-03-12"^^xsd:date .
<rating/pages-tide--aggregate> a schema:AggregateRating ; schema:ratingValue 46.87 ; schema:bestRating 100 ;
  schema:ratingCount 7 .
<review/pages-tide--1> a schema:Review ; schema:itemReviewed <movie/low-tide-2001> ; schema:author <reviewer/jo-reed> ;
  schema:reviewBody "Slow, cold and lovely." ; schema:reviewRating <rating/pages-tide--1> .
<rating/pages-tide--1> a schema:Rating ; schema:ratingValue 4.5 ; schema:bestRating 5 .
<reviewer/jo-reed> a schema:Person ; schema:name "Jo Reed" .
<movie/ebb-1951> a schema:Movie ; schema:name "Ebb" ; schema:datePublished "1951"^^xsd:gYear ;
  kg:remadeAs <movie/low-tide-2001> ; schema:actor <person/per-dahl> , <role/ebb-1951--per-dahl--nils> ;
  schema:character <character/ebb-1951--nils> .
<role/ebb-1951--per-dahl--nils> a schema:PerformanceRole ; schema:actor <person/per-dahl> ;
  schema:characterName "Nils" ; kg:character <character/ebb-1951--nils> .
<character/ebb-1951--nils> a kg:FictionalCharacter ; schema:name "Nils" .
<country/is> a schema:Country ; schema:name "Iceland" .
<organization/skerry-films> a schema:Organization ; schema:name "Skerry Films" .
<person/ann-lee> a schema:Person ; schema:name "Ann Lee" ; schema:jobTitle "director" .
<person/mia-holt> a schema:Person ; schema:name "Mia Holt" ; schema:birthDate "1970"^^xsd:gYear .
<person/per-dahl> a schema:Person ; schema:name "Per Dahl" .

GRAPH <graph/pages-tide> {
  <movie/low-tide-2001> a schema:Movie ; schema:name "Low Tide" ; schema:director <person/ann-lee> ;
    kg:runtimeMinutes 92 ; schema:actor <role/low-tide-2001--mia-holt--nell> ; kg:remakeOf <movie/ebb-1951> ;
    schema:review <review/pages-tide--1> .
}
GRAPH <graph/pages-other> { <movie/low-tide-2001> a schema:Movie ; kg:runtimeMinutes 95 . }
GRAPH <graph/provenance> {
  <graph/pages-tide> prov:wasDerivedFrom <document/pages-tide> .
  <graph/pages-other> prov:wasDerivedFrom <document/pages-other> .
  <document/pages-tide> a schema:DigitalDocument ; schema:identifier "pages/tide.txt" ;
    schema:encodingFormat "text/plain" ; schema:about <movie/low-tide-2001> .
  <document/pages-other> a schema:DigitalDocument ; schema:identifier "pages/other.txt" ;
    schema:encodingFormat "text/plain" ; schema:about <movie/low-tide-2001> .
}
GRAPH <graph/evidence> {
  <evidence/01> a kg:Evidence ; rdf:subject <movie/low-tide-2001> ; rdf:predicate schema:director ;
    rdf:object <person/ann-lee> ; oa:exact "Ann Lee shot it in nine days" ; kg:rule "director.verb" ;
    kg:confidence 0.9 ; kg:status kg:Asserted ; prov:wasQuotedFrom <document/pages-tide#char=10,38> .
  <evidence/02> a kg:Evidence ; rdf:subject <movie/low-tide-2001> ; rdf:predicate kg:runtimeMinutes ;
    rdf:object 92 ; oa:exact "92 minutes" ; kg:rule "duration.field" ;
    kg:confidence 0.9 ; kg:status kg:Asserted ; prov:wasQuotedFrom <document/pages-tide#char=50,60> .
  <evidence/03> a kg:Evidence ; rdf:subject <movie/low-tide-2001> ; rdf:predicate kg:runtimeMinutes ;
    rdf:object 95 ; oa:exact "an hour and thirty-five" ; kg:rule "duration.words" ;
    kg:confidence 0.9 ; kg:status kg:Asserted ; prov:wasQuotedFrom <document/pages-other#char=5,28> .
  <evidence/04> a kg:Evidence ; rdf:subject <movie/low-tide-2001> ; rdf:predicate schema:actor ;
    rdf:object <role/low-tide-2001--mia-holt--nell> ; oa:exact "Mia Holt as Nell" ; kg:rule "actor.list" ;
    kg:confidence 0.9 ; kg:status kg:Asserted ; prov:wasQuotedFrom <document/pages-tide#char=70,86> .
}
GRAPH <graph/curation> {
  <contest/01> a kg:Contest ; rdf:subject <movie/low-tide-2001> ; rdf:predicate kg:runtimeMinutes ;
    kg:chosen 92 ; kg:rejected 95 ; kg:rule "most frequent value" .
}
"""


def film(slug: str) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}movie/{slug}")


def films_graph() -> Graph:
    return Graph.of(with_schema(ox.parse(TRIG, format=ox.RdfFormat.TRIG), "http"))


def hostile_graph() -> Graph:
    """The same films, every text of which tries to break out of the page it is shown on."""
    return Graph.of(ox.Quad(q.subject, q.predicate, _hostile(q.object), q.graph_name) for q in films_graph().quads)


def _hostile(node: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
    plain = isinstance(node, ox.Literal) and node.datatype.value.endswith("#string")
    return ox.Literal(node.value + HOSTILE) if plain else node
