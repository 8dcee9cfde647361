"""Where graphs are kept and asked: an embedded pyoxigraph store filled from a build's folder or any RDF file."""

from kg.store.disk import lease, open_store, publish, retire
from kg.store.opening import open_graph

__all__ = ["lease", "open_graph", "open_store", "publish", "retire"]
