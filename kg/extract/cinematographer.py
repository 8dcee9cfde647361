"""Who photographed a film: kg:cinematographer."""

from kg.extract.crediting import crediting

cinematographer = crediting("cinematographer", "kg:cinematographer")
