"""Which film a film is a sequel to: kg:sequelTo."""

from kg.extract.tying import tying

sequel_to = tying("sequelTo", "kg:sequelTo")
