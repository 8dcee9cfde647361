"""Which companies released a film: kg:distributor."""

from kg.extract.crediting import crediting
from kg.model import Kind

distributor = crediting("distributor", "kg:distributor", Kind.ORGANIZATION)
