"""Which companies produced a film: schema:productionCompany."""

from kg.extract.crediting import crediting
from kg.model import Kind

production_company = crediting("productionCompany", "schema:productionCompany", Kind.ORGANIZATION)
