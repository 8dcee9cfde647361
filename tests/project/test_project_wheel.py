"""A wheel built from the checkout works in a fresh environment, far from the checkout, with its own assets."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe as Father Dunne."


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the programs of an environment with the wheel, and with today's dependencies but not the checkout."""
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", place, cwd=ROOT)
    venv.create(place / "env", symlinks=True)
    scripts = sysconfig.get_path("scripts", "venv", {"base": str(place / "env")})
    site = sysconfig.get_path("purelib", "venv", {"base": str(place / "env")})
    # Paths that a .pth file names are searched, but their own .pth files, such as the checkout's, are not read.
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    (wheel,) = place.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--python", Path(scripts) / "python", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", "--ignore-installed", wheel, cwd=place)
    return Path(scripts)


def test_the_package_is_that_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import kg, kg.assets; print(kg.__file__, *map(kg.assets.folder, ('ontology', 'shapes', 'queries')))"
    found = run(installed / "python", "-c", code, cwd=tmp_path).split()
    assert len(found) == 4
    assert all(Path(path).is_relative_to(installed.parent) for path in found)


def test_the_wheel_builds_queries_validates_and_exports(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(TEXT)
    kg = installed / "kg"
    assert "1 document" in run(kg, "build", "harbour.txt", "--no-model", cwd=tmp_path)
    assert "Father Dunne" in run(kg, "query", "actor-played-role", "--actor", "Tom Ashe", cwd=tmp_path)
    assert "conforms" in run(kg, "validate", "kg-out", cwd=tmp_path)
    assert '"@vocab": "http://schema.org/"' in run(kg, "export", "jsonld", cwd=tmp_path)


def test_the_wheel_holds_the_licence(installed: Path) -> None:
    licences = list(installed.parent.rglob("kg-*.dist-info/licenses/LICENSE"))
    assert [path.read_text() for path in licences] == [(ROOT / "LICENSE").read_text()]
