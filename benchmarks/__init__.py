"""What `make bench` measures: see docs/performance.md."""

import os

# All that is compared runs on one core; what loads numpy first decides on its threads for the whole process.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
