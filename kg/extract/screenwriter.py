"""Who wrote a film's screenplay: kg:screenwriter (and schema:author)."""

from kg.extract.crediting import crediting

screenwriter = crediting("screenwriter", "kg:screenwriter")
