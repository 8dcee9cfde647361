"""Where graphs are kept and asked: an embedded pyoxigraph store filled from a build's folder or any RDF file."""

from kg.store.disk import open_store, publish, retire
from kg.store.embedded import open_graph

__all__ = ["open_graph", "open_store", "publish", "retire"]
