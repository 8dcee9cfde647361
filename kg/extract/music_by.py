"""Who composed a film's music: schema:musicBy."""

from kg.extract.crediting import crediting

music_by = crediting("musicBy", "schema:musicBy")
