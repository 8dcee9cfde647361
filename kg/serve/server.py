"""A folder and an address in; a server that runs until it is told to stop."""

import logging
import socket
from pathlib import Path
from typing import Final

import uvicorn

from kg.errors import OutputError
from kg.serve.app import application
from kg.serve.service import Service
from kg.serve.settings import Settings
from kg.serve.worker import prepare
from kg.store import publish

_BACKLOG: Final = 512
_HEADERS: Final = 64 * 1024  # bytes of a request before its body
_IDLE: Final = 5  # seconds that a connection may lie unused


def serve(out: Path, host: str, port: int, settings: Settings) -> None:
    """Serves the graph of a build until SIGINT or SIGTERM, then finishes what is under way. InputError, OutputError."""
    prepare()
    publish(out)
    with listen(host, port) as listening:
        address, taken = listening.getsockname()[:2]
        logging.getLogger("kg.serve").info("serving %s at http://%s:%s/", out, address, taken)
        uvicorn.Server(_config(out, settings)).run(sockets=[listening])


def _config(out: Path, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        application(Service(out, settings)),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        http="h11",
        ws="none",
        limit_concurrency=settings.connections,
        backlog=_BACKLOG,
        h11_max_incomplete_event_size=_HEADERS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=int(settings.timeout) + 2,
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. OutputError where that cannot be."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise OutputError(
            f"{host}:{port}: cannot listen there: {error.strerror or error}; choose another --port"
        ) from error
    # Connections inherit it; without it, a body waits 40 ms for the client to acknowledge the headers.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
