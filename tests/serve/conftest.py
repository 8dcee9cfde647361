from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served import TIMEOUT, Server, serving, write_graph


@pytest.fixture(scope="session")
def films_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("served") / "out"
    write_graph(out)
    return out


@pytest.fixture(scope="session")
def server(films_out: Path) -> Iterator[Server]:
    with serving(films_out, "--timeout", str(TIMEOUT)) as running:
        yield running


@pytest.fixture(scope="session")
def web(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=30) as client:
        yield client
