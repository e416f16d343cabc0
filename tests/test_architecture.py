"""The structure of the package, read from its imports: design rules that a test can hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "summarize"

# Which rooms a room may import, itself apart. Data moves down: read, clean, split, facts, pick,
# protect, prompts, engines, guard, render; a stage knows the data and the errors, no other stage.
GROUND = {"data", "errors", "limits"}
ALLOWED = {
    "offsets": set(),
    "data": {"offsets"},
    "errors": set(),
    "limits": {"errors"},
    "config": GROUND,
    "read": GROUND,
    "clean": GROUND,
    "split": GROUND,
    "facts": GROUND,
    "language": GROUND,
    "pick": GROUND,
    "protect": GROUND,
    "home": set(),
    "parts": GROUND,
    "prompts": GROUND | {"home"},
    "engines": GROUND | {"home", "prompts"},
    "guard": GROUND | {"facts", "config"},
    "problem": {"data"},
    "report": GROUND | {"problem", "split", "guard"},
    "render": GROUND | {"problem", "report"},
    "stream": set(),
    "drafting": GROUND | {"config", "split", "facts", "parts", "pick", "protect", "prompts", "engines"},
    "pipeline": GROUND
    | {"config", "clean", "split", "drafting", "facts", "language", "prompts", "engines", "guard", "stream"},
    "batch": GROUND | {"config", "read", "pipeline", "stream", "render"},
    "editorial": GROUND
    | {"config", "read", "clean", "split", "facts", "guard", "pipeline", "output", "problem", "render", "report"},
    "output": GROUND | {"batch", "render"},
    "pages": GROUND | {"batch", "output", "render", "report"},
    "evaluate": GROUND | {"clean", "split", "facts", "guard", "pipeline"},
    "training": GROUND | {"clean", "split", "pick", "prompts", "engines", "evaluate"},
    "cli": GROUND
    | {"__init__", "config", "read", "clean", "guard", "pipeline", "batch", "output", "render", "editorial", "problem"}
    | {"engines", "evaluate", "pages"},
    "__init__": GROUND | {"config", "facts", "pipeline", "read"},
    "__main__": {"cli"},
}
# One seam for each dependency.
SEAMS = {
    "click": {"cli"},
    "rich": {"cli"},
    "wcwidth": {"render"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "pyarrow": {"batch"},
    "ray": {"batch"},
    "filelock": {"batch"},
    "ctranslate2": {"engines", "training"},
    "sentencepiece": {"engines", "training"},
    "transformers": {"engines", "training"},
    "torch": {"engines", "training"},
    "tokenizers": {"engines", "training"},
    "onnx": {"training"},
    "huggingface_hub": {"engines", "training"},
    "platformdirs": {"home"},
    "rouge_score": {"evaluate"},
    "yaml": {"read", "editorial"},
    "trafilatura": {"read"},
    "charset_normalizer": {"read"},
    "pathspec": {"config"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found.add(node.module or "")
            if node.module == "summarize":
                found |= {f"summarize.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_data_moves_in_one_direction(path: Path) -> None:
    imported = {name.split(".")[1] for name in _imports(path) if name.startswith("summarize.")}
    rooms = {name for name in imported if (PACKAGE / f"{name}.py").exists() or (PACKAGE / name).is_dir()}
    assert rooms - {_room(path)} <= ALLOWED[_room(path)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_dependency_has_one_seam(path: Path) -> None:
    for name in {name.split(".")[0] for name in _imports(path)} & SEAMS.keys():
        assert _room(path) in SEAMS[name]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 270
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            body = node.end_lineno - node.body[0].lineno  # type: ignore[operator]
            assert body <= 34, f"{path.name}: {node.name} has {body} lines"


def test_help_imports_no_model_library() -> None:
    script = (
        "import sys\n"
        "from summarize.cli import cli\n"
        "cli.main(['--help'], standalone_mode=False)\n"
        "heavy = {'ctranslate2', 'sentencepiece', 'transformers', 'torch', 'numpy', 'yaml', 'rich', 'jinja2', 'ray'}\n"
        "heavy |= {'pyarrow'}\n"
        "sys.exit(', '.join(heavy & sys.modules.keys()) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_import_makes_nothing_and_fetches_nothing() -> None:
    script = "import sys, summarize; sys.exit(len([name for name in sys.modules if name.startswith('summarize.')]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# What these are asked for is of our own making: a few patterns, the files of one folder.
ASKED_BY_US = {"_compiled", "_asset"}


def test_no_cache_grows_with_what_is_read() -> None:
    """A cache without a bound is for what is made once: one by article text would grow for as long as a process runs."""
    unbounded = {
        function.name
        for path in PACKAGE.rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef) and ast.unparse(function.args)
        for decorator in function.decorator_list
        if ast.unparse(decorator) in ("cache", "functools.cache", "lru_cache(maxsize=None)")
    }
    assert unbounded == ASKED_BY_US
