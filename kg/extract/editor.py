"""Who edited a film: schema:editor."""

from kg.extract.crediting import crediting

editor = crediting("editor", "schema:editor")
