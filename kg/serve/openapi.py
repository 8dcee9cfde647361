"""The canned queries in, their OpenAPI 3.1 description out."""

from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.query import Parameter, Query, catalogue
from kg.serve.canned import FORMATS


async def openapi(_: Request) -> Response:
    """The description of every query's address, with its parameters and formats."""
    return JSONResponse(
        {
            "openapi": "3.1.0",
            "info": {"title": "Film graph", "version": version("kg"), "license": {"name": "Apache-2.0"}},
            "paths": {f"/queries/{query.name}": {"get": _operation(query)} for query in catalogue()},
        }
    )


def _operation(query: Query) -> dict[str, object]:
    formats = {"name": "format", "in": "query", "schema": {"type": "string", "enum": list(FORMATS)}}
    return {
        "operationId": query.name,
        "summary": query.title,
        "description": query.purpose,
        "parameters": [*(_parameter(p) for p in query.parameters), formats],
        "responses": {
            "200": {
                "description": "The rows",
                "content": {media: {"schema": {"type": "string"}} for media in FORMATS.values()},
            },
            "400": {"description": "A parameter, value or format that the query does not take"},
            "504": {"description": "The query took too long and was stopped"},
        },
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    schema: dict[str, object] = {"type": "integer" if parameter.type == "integer" else "string"}
    if parameter.default is not None:
        schema["default"] = int(parameter.default) if parameter.type == "integer" else parameter.default
    return {"name": parameter.name, "in": "query", "description": parameter.about, "schema": schema}
