"""Which later film remakes a film: kg:remadeAs."""

from kg.extract.tying import tying

remade_as = tying("remadeAs", "kg:remadeAs")
