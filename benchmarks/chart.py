"""The history of measurements in; a chart of growth, the same bytes each time, out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def draw(growth: Sequence[Mapping[str, float]], file: Path) -> None:
    """Seconds and memory against the number of documents, both axes in powers of ten."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams |= {"svg.hashsalt": "kg", "svg.fonttype": "none", "font.size": 9}
    from matplotlib import pyplot

    sizes = [row["documents"] for row in growth]
    figure, (time, memory) = pyplot.subplots(1, 2, figsize=(8, 3), layout="constrained")
    time.loglog(sizes, [row["cpu"] for row in growth], "o-", color="#0b6e4f")
    slope = [growth[-1]["cpu"] * size / sizes[-1] for size in sizes]
    time.loglog(sizes, slope, "--", color="#999999", label="in proportion")
    time.set(title="Processor time", xlabel="documents", ylabel="seconds")
    time.legend(frameon=False)
    memory.semilogx(sizes, [row["peak_mib"] for row in growth], "o-", color="#8c2f39")
    memory.axhline(1536, ls="--", color="#999999", label="1.5 GiB")
    memory.set(title="Peak memory", xlabel="documents", ylabel="MiB", ylim=(0, None))
    memory.legend(frameon=False)
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})


def as_table(rows: Mapping[str, Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Rows of figures as Markdown."""
    lines = ["| | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    lines += [f"| {name} | " + " | ".join(_shown(row.get(c, "")) for c in columns) + " |" for name, row in rows.items()]
    return "\n".join(lines)


def _shown(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)
