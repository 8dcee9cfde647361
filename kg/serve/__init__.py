"""A build's folder in, an HTTP server over its graph out: SPARQL, the canned queries, and every thing by its IRI."""

from kg.serve.app import application
from kg.serve.server import serve
from kg.serve.settings import Settings

__all__ = ["Settings", "application", "serve"]
