"""How further processes of this machine are started: forked from one that has loaded the program once for all."""

import multiprocessing
from multiprocessing.context import BaseContext
from multiprocessing.forkserver import ensure_running
from typing import Final

# A forked process would inherit the threads of spaCy's and pyoxigraph's libraries half-dead.
_START: Final = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_LOADED: Final = ["kg.pipeline.studying"]


def forking() -> BaseContext:
    """The way to start them. Loading begins, while this process goes on: whoever asks early waits the less."""
    context = multiprocessing.get_context(_START)
    if _START == "forkserver":
        context.set_forkserver_preload(_LOADED)
        ensure_running()
    return context
