"""Canned queries and film cards: a store, a name and parameters in; rows, tables or a card out.

`kg.query.card.card` draws the card of a film; it stands apart because it needs more of Babel than a query should load.
"""

from kg.query.catalogue import Parameter, Query, catalogue, find
from kg.query.formats import FORMATS, Format, render
from kg.query.rows import Asked, Rows
from kg.query.running import run
from kg.query.screen import Screen

__all__ = ["FORMATS", "Asked", "Format", "Parameter", "Query", "Rows", "Screen", "catalogue", "find", "render", "run"]
