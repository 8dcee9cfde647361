"""Who produced a film: schema:producer."""

from kg.extract.crediting import crediting

producer = crediting("producer", "schema:producer")
