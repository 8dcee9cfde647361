"""Which film a film remakes: kg:remakeOf (and schema:isBasedOn)."""

from kg.extract.tying import tying

remake_of = tying("remakeOf", "kg:remakeOf")
