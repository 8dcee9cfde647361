"""Counts and times of requests, in the format that Prometheus reads."""

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.reply import Reply


class Metrics:
    """The numbers of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter("kg_requests", "Requests answered", labels, registry=self.registry)
        self._seconds = Histogram("kg_request_seconds", "Time to answer", ("route",), registry=self.registry)
        self._open = Gauge("kg_requests_open", "Requests at hand", registry=self.registry)

    def began(self) -> None:
        """A request came in."""
        self._open.inc()

    def ended(self, method: str, route: str, status: int, seconds: float) -> None:
        """Its answer went out."""
        self._open.dec()
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    async def show(self, _: Request) -> Response:
        """All numbers."""
        reply = Reply(generate_latest(self.registry), CONTENT_TYPE_LATEST)
        return Response(reply.body, headers={"content-type": reply.media_type, "cache-control": "no-store"})
