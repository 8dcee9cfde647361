"""A service in, the ASGI application out: every address and what answers there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve.canned import canned, evidence, queries
from kg.serve.console import STATIC, start
from kg.serve.metrics import Metrics
from kg.serve.openapi import openapi
from kg.serve.protocol import sparql
from kg.serve.responses import SERVICE, failed, refused, service_of
from kg.serve.service import Service
from kg.serve.things import thing
from kg.serve.watching import Watching


def application(service: Service) -> Starlette:
    """The application; the service must be open, and is closed with it."""
    metrics = Metrics()
    routes = [
        Route("/", start),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/queries", queries),
        Route("/queries/{name}", canned),
        Route("/openapi.json", openapi),
        Route("/evidence", evidence),
        Route("/health", _health),
        Route("/metrics", metrics.show),
        Mount("/static", StaticFiles(directory=STATIC)),
        Route("/{kind}/{name}", thing),
    ]
    cors = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=["ETag", "Location"],
        max_age=86400,
    )
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Watching, metrics=metrics), cors],
        exception_handlers={HTTPException: refused, Exception: failed},
        lifespan=_life,
    )
    setattr(app.state, SERVICE, service)
    return app


@asynccontextmanager
async def _life(app: Starlette) -> AsyncIterator[None]:
    service: Service = getattr(app.state, SERVICE)
    await service.open()
    watching = asyncio.create_task(service.watch())
    try:
        yield
    finally:
        watching.cancel()
        await service.close()


async def _health(request: Request) -> Response:
    """Whether queries can be answered, and from which graph."""
    service = service_of(request)
    return JSONResponse({"status": "ok", "graph": service.version}, headers={"cache-control": "no-store"})
