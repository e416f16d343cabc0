"""What a wheel, an editable install and a bare checkout carry: the profiles and the model are found from each."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "import site; site.addsitedir(sys.argv[1])\n"
    "import summarize\n"
    "from summarize.prompts import load_profile\n"
    "from summarize.engines.store import find_model\n"
    "sys.stdout.write('|'.join([summarize.__file__, load_profile('brief-en').name, str(find_model().path)]))\n"
)


def found_from(folder: Path, tmp_path: Path) -> list[str]:
    """Return where a fresh Python finds the package, the profile and the model, with `folder` first on its path."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    return done.stdout.split("|")


def built(target: str, folder: Path) -> Path:
    """Build a wheel without the network and unpack it."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


def test_a_wheel_carries_all_it_needs(wheel: Path, tmp_path: Path) -> None:
    package, profile, model = found_from(wheel, tmp_path)
    assert Path(package) == wheel / "summarize" / "__init__.py"
    assert profile == "brief-en"
    assert Path(model) == wheel / "summarize" / "models" / "brief-en"
    assert (wheel / "summarize" / "profiles" / "brief-en.toml").is_file()
    assert (wheel / "summarize" / "models" / "brief-en" / "MODEL_CARD.md").is_file()
    templates = {path.name for path in (ROOT / "summarize" / "render" / "templates").iterdir()}
    assert {path.name for path in (wheel / "summarize" / "render" / "templates").iterdir()} == templates
    assert len(templates) > 3


def test_a_wheel_carries_nothing_else(wheel: Path) -> None:
    assert {path.name.split("-")[0] for path in wheel.iterdir()} == {"summarize"}


def test_an_editable_install_uses_the_checkout(tmp_path: Path) -> None:
    package, profile, model = found_from(built("wheel:editable", tmp_path), tmp_path)
    assert Path(package) == ROOT / "summarize" / "__init__.py"
    assert profile == "brief-en"
    assert Path(model) == ROOT / "summarize" / "models" / "brief-en"


def test_a_bare_checkout_needs_no_install(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("summarize", "prompts"):
        (checkout / name).symlink_to(ROOT / name)
    package, profile, _ = found_from(checkout, tmp_path)
    assert Path(package).is_relative_to(checkout)
    assert profile == "brief-en"


def test_the_version_is_written_once() -> None:
    from importlib.metadata import version

    import summarize

    assert summarize.__version__ == version("summarize")
