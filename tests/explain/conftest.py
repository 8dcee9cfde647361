"""One build of three invented pages: they agree, disagree, deny, and are written in more than ASCII."""

from pathlib import Path

import pytest

from kg.pipeline import Options, build

PAGES = {
    "fjord.txt": "Fjordlys is a 1958 Norwegian drama film directed by Åse Bjørnø and starring Øyvind Håkå as Kåre. "
    "It was not written by Siri Låg.\n",
    "fjord-facts.txt": "= Fjordlys (1958 film) =\n\nFjordlys\n- Director: Åse Bjørnø\n- Runtime: 97 minutes\n",
    "fjord-again.txt": "= Fjordlys (1958 film) =\n\nFjordlys 🎬\n- Director: Åse Bjørnø\n- Runtime: 99 minutes\n",
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the build."""
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    build([str(folder)], folder / "out", Options(model=None))
    return folder / "out"
