"""A request and a job in, the response out: validators for caches, and one way for all problems."""

from hashlib import sha256
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.jobs import Job
from kg.serve.reply import Reply, problem
from kg.serve.service import Service

SERVICE: Final = "service"  # where the application's state keeps the Service


def service_of(request: Request) -> Service:
    """The service that the application answers from."""
    service = getattr(request.app.state, SERVICE)
    assert isinstance(service, Service)
    return service


async def cached(request: Request, job: Job) -> Response:
    """The answer to a GET, with an ETag that changes when the graph does; 304 where the client has it already."""
    service = service_of(request)
    tag = _tag(service.version, request)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=_caching(tag))
    reply = service.remembered(tag) or await service.answer(job)
    if reply.status != 200:
        return response(reply)
    service.remember(tag, reply)
    return response(reply, _caching(tag))


async def uncached(request: Request, job: Job) -> Response:
    """The answer to a POST."""
    return response(await service_of(request).answer(job))


def response(reply: Reply, headers: dict[str, str] | None = None) -> Response:
    """A reply as HTTP has it; what is busy may be asked again."""
    retry = {"retry-after": "2"} if reply.status == 503 else {}
    return Response(reply.body, reply.status, {"vary": "accept", **retry, **(headers or {})}, reply.media_type)


def refused(_: Request, error: Exception) -> Response:
    """The problem document of an HTTPException."""
    assert isinstance(error, HTTPException)
    answer = response(problem(error.status_code, error.detail))
    answer.headers.update(error.headers or {})
    return answer


def failed(_: Request, __: Exception) -> Response:
    """The problem document of an error in the server itself; the log has the rest."""
    return response(problem(500, "the server failed; its log says why"))


def _tag(version: str, request: Request) -> str:
    parts = (version, request.url.path, request.url.query, request.headers.get("accept", ""))
    return f'"{sha256(chr(0).join(parts).encode("utf-8", "replace")).hexdigest()[:24]}"'


def _caching(tag: str) -> dict[str, str]:
    return {"etag": tag, "cache-control": "public, no-cache", "vary": "accept"}
