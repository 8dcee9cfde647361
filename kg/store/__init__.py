"""Where graphs are kept and asked: an embedded pyoxigraph store filled from a build's folder or any RDF file."""

from kg.store.embedded import GRAPH_FILE, open_graph
from kg.store.schemes import HTTP, HTTPS, http_schema

__all__ = ["GRAPH_FILE", "HTTP", "HTTPS", "http_schema", "open_graph"]
