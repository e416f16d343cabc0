"""`summarize models`, as users run it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.engines.store import find_model
from tests.conftest import Run
from tests.engines.conftest import TEXT, checkpoint

Give = Callable[[str], Path]
__all__ = ["checkpoint"]  # the fixture is used here too


def test_import_use_and_remove(checkpoint: Give, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    place = {"SUMMARIZE_HOME": str(tmp_path / "home")}
    done = run("models", "import", str(checkpoint("bart")), "--name", "kystblad", "--quantize", "float32", **place)
    assert (done.returncode, done.stdout) == (0, b"kystblad\n"), done.stderr
    assert b"its log-probabilities are" in done.stderr
    again = run("models", "import", str(checkpoint("t5")), "--name", "kystblad", **place)
    assert (again.returncode, again.stderr.count(b"\n")) == (2, 1)
    assert b"there is a model 'kystblad' already" in again.stderr
    assert b"kystblad  " in run("models", "list", **place).stdout
    told = run("models", "info", "kystblad", **place).stdout.decode()
    assert "profile  bart-cnn" in told
    assert "numbers  float32" in told
    assert run("-m", "kystblad", "--only", "brief", "a.txt", **place).stdout
    assert run("models", "remove", "kystblad", **place).returncode == 0
    assert list((tmp_path / "home" / "models").iterdir()) == []
    assert run("-m", "kystblad", "a.txt", **place).returncode == 2


def test_the_built_in_model_is_always_there(run: Run, tmp_path: Path) -> None:
    place = {"SUMMARIZE_HOME": str(tmp_path / "home")}
    listed = run("models", "list", **place).stdout.decode().splitlines()
    assert listed[0].split() == ["NAME", "SIZE", "PROFILE", "NUMBERS", "FROM"]
    assert listed[1].split()[::2] == ["brief-en", "MiB", "int8", "package"]
    assert b"brief-en" in run("models", "info", **place).stdout
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["remove", "brief-en"], "comes with the package and stays"),
        (["remove", "none"], "no imported model 'none'"),
        (["remove", ".."], "no imported model '..'"),
        (["import", "none"], "there is no model 'none'"),
        (["import", str(find_model().path)], "is a CTranslate2 model already"),
        (["info", "none"], "there is no model 'none'"),
        (["info", "owner/name"], "cannot be fetched"),
    ],
)
def test_what_users_can_mend(args: list[str], message: str, run: Run, tmp_path: Path) -> None:
    done = run("models", *args, SUMMARIZE_HOME=str(tmp_path / "home"), HF_HUB_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["../out", "a/b", "-x", "", ".hidden"])
def test_a_name_is_no_path(name: str) -> None:
    from summarize.engines.known import demand_free_name
    from summarize.errors import ModelError

    with pytest.raises(ModelError, match="cannot be a model's name"):
        demand_free_name(name)


def test_a_damaged_model_does_not_hide_the_others(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "home" / "models" / "broken"
    broken.mkdir(parents=True)
    done = run("models", "list", SUMMARIZE_HOME=str(tmp_path / "home"))
    assert done.returncode == 2
    assert b"brief-en" in done.stdout
    assert b"broken is not a CTranslate2 model folder" in done.stderr
