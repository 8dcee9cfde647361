"""A function and items in, its results out in the same order: in this process, in several, or on a cluster.

runner     the seam: Runner, and what is left of an item that no worker survives
here       in this process
processes  in several processes of this machine
cluster    on a Dask cluster, here or elsewhere
"""

from kg.pipeline.runners.cluster import Dask
from kg.pipeline.runners.here import Here
from kg.pipeline.runners.processes import Processes
from kg.pipeline.runners.runner import SELDOM, TRIES, Lost, Runner

__all__ = ["SELDOM", "TRIES", "Dask", "Here", "Lost", "Processes", "Runner", "local"]


def local(workers: int) -> Runner:
    """A runner of this machine."""
    return Here() if workers == 1 else Processes(workers)
