"""The builder of hand-made extractions lives with the tests of `resolve`."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "resolve"))
