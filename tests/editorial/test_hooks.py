"""The hooks as their users have them: in real repositories, on real commits, with the model that comes with the package."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.editorial.scripted import FERRY, PIER

HOOKS = ROOT / "examples" / "hooks"
QUARRY = (
    "A quarry worker, Leif Aronsen, was rescued from a shaft near Dalvåg on Sunday after nine hours, police said. "
    "He had a broken arm. The quarry had been inspected in May.\n"
)
LIBRARY = (
    "The library of Mørkvik will stay open until 10 p.m. from 1 March, its head, Sunniva Krogh, said on Friday. "
    "The town pays 240,000 kroner a year for the longer hours.\n"
)
ARTICLES = {"ferry": FERRY, "pier": PIER, "quarry": QUARRY, "library": LIBRARY}
CONFIG = 'include = ["articles/*.txt"]\n'


@dataclass(frozen=True)
class Repository:
    """A git repository in a folder, and what its commands need to find."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str, expect: int | None = None) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        assert expect in (None, done.returncode), f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def text(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def commit(self, *, expect: int) -> str:
        """Add all there is and commit it; return what hooks said."""
        self.run("git", "add", "-A", expect=0)
        done = self.run("git", "commit", "-q", "-m", "a change", expect=expect)
        return done.stdout + done.stderr

    def status(self) -> list[str]:
        return self.run("git", "status", "--porcelain", "-uall", expect=0).stdout.splitlines()


def repository(folder: Path, **environment: str) -> Repository:
    """Make an empty repository that knows nothing of its user's own settings."""
    folder.mkdir(parents=True, exist_ok=True)
    variables = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "GITHUB_", "PRE_COMMIT", "PYTHONPATH"))
    }
    names = {"GIT_AUTHOR_NAME": "desk", "GIT_AUTHOR_EMAIL": "desk@example.org", "GIT_CONFIG_NOSYSTEM": "1"}
    names |= {"GIT_COMMITTER_NAME": "desk", "GIT_COMMITTER_EMAIL": "desk@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    made = Repository(folder, {**variables, **names, **environment})
    made.run("git", "init", "-q", "-b", "main", expect=0)
    return made


def _newsroom(made: Repository) -> Repository:
    made.put(".summarize.toml", CONFIG)
    made.put("README.md", "These are the articles of the week, and how they are kept.\n")
    made.put("requirements.txt", "pre-commit>=4\n")
    made.put("articles/README.md", "One file an article, please. Names of files are in lower case.\n")
    for name, text in ARTICLES.items():
        made.put(f"articles/{name}.txt", text)
    return made


def _new_changed_edited_and_wrong(made: Repository) -> None:
    """Commit articles in every state that they can be in; hooks must be in place."""
    said = made.commit(expect=1)
    assert sorted(re.findall(r"created: (\S+)", said)) == [f"articles/{name}.brief.md" for name in sorted(ARTICLES)]
    assert "git add articles/" in said
    assert made.status().count("?? articles/ferry.brief.md") == 1
    made.commit(expect=0)
    assert made.status() == []

    untouched = made.text("articles/pier.brief.md")
    before = made.text("articles/ferry.brief.md")
    made.put("articles/ferry.txt", FERRY.replace("Monday", "Thursday").replace("October", "September"))
    brief = made.text("articles/quarry.brief.md")
    assert "Aronsen" in brief
    good = brief.replace("---\n#", "---\n<!-- read by the desk -->\n#")
    made.put("articles/quarry.brief.md", good)
    made.put("articles/library.brief.md", made.text("articles/library.brief.md").replace("Krogh", "Krag"))
    said = made.commit(expect=1)
    assert re.findall(r"refreshed: (\S+)", said) == ["articles/ferry.brief.md"]
    assert re.search(r"^articles/library\.brief\.md:\d+:\d+: unsupported-actor: 'Sunniva Krag'", said, re.MULTILINE)
    assert "articles/library.txt:1: " in said
    assert "quarry" not in said
    after = made.text("articles/ferry.brief.md")
    assert "Thursday" in after
    assert "Thursday" not in before
    assert made.text("articles/pier.brief.md") == untouched
    assert made.text("articles/quarry.brief.md") == good

    made.put("articles/library.brief.md", made.text("articles/library.brief.md").replace("Krag", "Krogh"))
    made.commit(expect=0)
    assert made.status() == []

    made.put("articles/quarry.txt", QUARRY.replace("May", "June"))
    said = made.commit(expect=1)
    assert "stale-brief" in said
    assert made.text("articles/quarry.brief.md") == good
    made.put("articles/quarry.brief.md", good.replace(" May", " June"))
    assert "accepted" in _program(made, "write", "--accept", "articles/quarry.txt", expect=1)
    made.commit(expect=0)


def _program(made: Repository, *arguments: str, expect: int) -> str:
    """Run the program of this checkout, as an editor at the desk would."""
    variables = {**made.environment, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "summarize", *arguments],
        cwd=made.folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == expect, done.stderr
    return done.stdout + done.stderr


# pre-commit


def _manifest() -> list[dict[str, object]]:
    return list(yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("command", "file"),
    [("validate-manifest", ROOT / ".pre-commit-hooks.yaml"), ("validate-config", HOOKS / "pre-commit-config.yaml")],
)
def test_pre_commit_reads_the_files(command: str, file: Path, tmp_path: Path) -> None:
    made = repository(tmp_path, PRE_COMMIT_HOME=str(tmp_path / "home"))
    made.run(sys.executable, "-m", "pre_commit", command, str(file), expect=0)


def test_the_hooks_are_those_that_the_examples_name() -> None:
    config = yaml.safe_load((HOOKS / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in config["repos"][0]["hooks"]] == [hook["id"] for hook in _manifest()]


def test_the_writer_is_not_given_briefs() -> None:
    writer, checker = _manifest()
    assert re.search(str(writer["exclude"]), "articles/ferry.brief.md")
    assert not re.search(str(writer["exclude"]), "articles/ferry.md")
    assert "exclude" not in checker
    assert writer["require_serial"] is checker["require_serial"] is True


@pytest.fixture(scope="module")
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Return a repository with this checkout in it as it is, committed or not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    made = repository(tmp_path_factory.mktemp("hooks"))
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            target = made.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(ROOT / name, target) if _can_link(target.parent) else target.write_bytes((ROOT / name).read_bytes())
    made.run("git", "add", "-A", "-f", expect=0)
    made.run("git", "commit", "-q", "-m", "all of it", expect=0)
    return made


def _can_link(folder: Path) -> bool:
    return folder.stat().st_dev == ROOT.stat().st_dev


@pytest.fixture
def pre_commit(hook_repository: Repository, tmp_path: Path) -> Repository:
    """Return a newsroom's repository in which both hooks are installed."""
    made = _newsroom(
        repository(tmp_path / "newsroom", PRE_COMMIT_HOME=str(tmp_path / "home"), PRE_COMMIT_COLOR="never")
    )
    revision = hook_repository.run("git", "rev-parse", "HEAD", expect=0).stdout.strip()
    hooks = [{"id": hook["id"]} for hook in _manifest()]
    config = {"repos": [{"repo": str(hook_repository.folder), "rev": revision, "hooks": hooks}]}
    made.put(".pre-commit-config.yaml", yaml.safe_dump(config))
    made.run(sys.executable, "-m", "pre_commit", "install", expect=0)
    return made


@pytest.mark.network
def test_pre_commit_on_every_kind_of_article(pre_commit: Repository) -> None:
    _new_changed_edited_and_wrong(pre_commit)
    done = pre_commit.run(sys.executable, "-m", "pre_commit", "run", "--all-files", expect=0)
    assert re.findall(r"\.+(Passed|Failed|Skipped)$", done.stdout, re.MULTILINE) == ["Passed", "Passed"]
    assert pre_commit.status() == []
    assert sorted(path.name for path in (pre_commit.folder / "articles").glob("*.brief.md")) == [
        f"{name}.brief.md" for name in sorted(ARTICLES)
    ]
    assert not (pre_commit.folder / "README.brief.md").exists()
    # One changed file alone, which has no brief and needs none.
    pre_commit.put("notes.txt", "Ring the harbour master before noon. He is out on Mondays.\n")
    pre_commit.commit(expect=0)


# git alone


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """Return a folder with `summarize` in it, for the path."""
    file = tmp_path / "bin" / "summarize"
    file.parent.mkdir()
    file.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m summarize "$@"\n')
    file.chmod(0o755)
    return file.parent


def test_the_plain_hook_on_every_kind_of_article(command: Path, tmp_path: Path) -> None:
    made = _newsroom(repository(tmp_path / "newsroom", PATH=f"{command}{os.pathsep}{os.environ['PATH']}"))
    hook = made.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes((HOOKS / "pre-commit.sh").read_bytes())
    hook.chmod(0o755)
    _new_changed_edited_and_wrong(made)
    made.run("git", "commit", "-q", "--allow-empty", "-m", "nothing", expect=0)


# GitHub Actions


def _steps() -> list[dict[str, str]]:
    workflow = yaml.safe_load((HOOKS / "github-actions.yml").read_text(encoding="utf-8"))
    return list(workflow["jobs"]["briefs"]["steps"])


def test_the_workflow_is_one() -> None:
    workflow = yaml.safe_load((HOOKS / "github-actions.yml").read_text(encoding="utf-8"))
    assert set(workflow) == {"name", True, "permissions", "jobs"}  # YAML 1.1 reads `on` as true
    assert all(("run" in step) != ("uses" in step) for step in _steps())
    assert next(step["run"] for step in _steps() if "run" in step).startswith("pip install")


def test_the_commands_of_the_workflow(command: Path, tmp_path: Path) -> None:
    made = _newsroom(
        repository(tmp_path / "newsroom", PATH=f"{command}{os.pathsep}{os.environ['PATH']}", GITHUB_ACTIONS="true")
    )
    written, checked, sarif = (step["run"] for step in _steps() if step.get("run", "").startswith("summarize"))
    assert "would be created: articles/ferry.brief.md" in made.run("sh", "-c", written, expect=1).stdout
    made.run("summarize", "write", ".", expect=1)
    made.run("sh", "-c", written, expect=0)
    made.run("sh", "-c", checked, expect=0)
    made.put("articles/library.brief.md", made.text("articles/library.brief.md").replace("Krogh", "Krag"))
    assert made.run("sh", "-c", written, expect=1).stdout.count("unsupported-actor") >= 1
    assert re.search(
        r"^::error .*file=articles/library\.brief\.md,line=\d+", made.run("sh", "-c", checked, expect=1).stdout
    )
    made.run("sh", "-c", sarif, expect=0)
    assert '"unsupported-actor"' in made.text("briefs.sarif")
