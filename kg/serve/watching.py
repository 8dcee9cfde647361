"""Around every request: headers that keep browsers safe, one line in the access log, and the metrics."""

import json
import logging
import time
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.metrics import Metrics

ACCESS: Final = logging.getLogger("kg.access")
_METHODS: Final = frozenset(("GET", "HEAD", "POST", "OPTIONS"))
_HEADERS: Final = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        b"font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"cross-origin"),
)


class Watching:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and looks at what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, size, start = 500, 0, time.perf_counter()

        async def watched(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *_HEADERS]
            size += len(message.get("body", b""))
            await send(message)

        self._metrics.began()
        try:
            await self._app(scope, receive, watched)
        finally:
            seconds = time.perf_counter() - start
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._metrics.ended(method, _route(scope), status, seconds)
            ACCESS.info(_line(scope, status, size, seconds))


def _route(scope: Scope) -> str:
    """The pattern that the path fits; what fits none has one name, for a stranger may try any number of paths."""
    return getattr(scope.get("route"), "path", "none")


def _line(scope: Scope, status: int, size: int, seconds: float) -> str:
    """One JSON object: who, what, how it ended, how much, how long; control characters are escaped by JSON."""
    query = scope["query_string"].decode("latin-1")
    return json.dumps(
        {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "client": (scope.get("client") or ("",))[0],
            "method": scope["method"],
            "path": scope["path"] + (f"?{query}" if query else ""),
            "status": status,
            "bytes": size,
            "ms": round(seconds * 1000, 1),
        }
    )
