"""Who directed a film: schema:director."""

from kg.extract.crediting import crediting

director = crediting("director", "schema:director")
