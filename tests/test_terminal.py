"""What a terminal gets and what a pipe gets, on real pseudo-terminals. The model is scripted.

`python -m tests.test_terminal` writes the stored screens anew; look at the difference before committing it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from summarize.cli.console import visible
from summarize.cli.paint import choose_paint, painted
from summarize.render import Look, Run, lay_out, render_text
from tests.conftest import ROOT
from tests.harbour import harbour
from tests.pseudo import on_terminal, shown

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

GOLDEN = Path(__file__).parent / "golden"
SCREENS = {
    "terminal.80.txt": (80, "plain look"),
    "terminal.40.txt": (40, "plain look"),
    "terminal.facts.80.txt": (80, "--facts --sources"),
    "terminal.facts.40.txt": (40, "--facts --sources"),
}
PLAIN = render_text(harbour())
LONG = 1.5  # seconds of work after which something is to be seen
COLOUR, WEIGHT = re.compile(r"\x1b\[[0-9;]*3[0-9]m"), re.compile(r"\x1b\[(?:[1-4];?)+m")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("The port reopened. Nobody was hurt.")
    return tmp_path


# option, environment, is stdout a terminal -> paint
PAINTS = [
    ("auto", {}, True, "coloured"),
    ("auto", {}, False, "plain"),
    ("auto", {"TERM": "dumb"}, True, "plain"),
    ("auto", {"TERM": "unknown"}, True, "plain"),
    # NO_COLOR: any value but the empty one, and only colour
    ("auto", {"NO_COLOR": "1"}, True, "bold"),
    ("auto", {"NO_COLOR": "0"}, True, "bold"),
    ("auto", {"NO_COLOR": ""}, True, "coloured"),
    ("auto", {"NO_COLOR": "1"}, False, "plain"),
    ("auto", {"NO_COLOR": "1", "TERM": "dumb"}, True, "plain"),
    # what forces colour, where there is no terminal
    ("auto", {"FORCE_COLOR": "1"}, False, "coloured"),
    ("auto", {"FORCE_COLOR": "3"}, False, "coloured"),
    ("auto", {"FORCE_COLOR": ""}, False, "plain"),
    ("auto", {"FORCE_COLOR": "0"}, False, "plain"),
    ("auto", {"FORCE_COLOR": "0"}, True, "coloured"),
    ("auto", {"CLICOLOR_FORCE": "1"}, False, "coloured"),
    ("auto", {"CLICOLOR_FORCE": "0"}, False, "plain"),
    ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, False, "coloured"),
    # against each other
    ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, "plain"),
    ("auto", {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, True, "bold"),
    # the option beats all of them
    ("always", {}, False, "coloured"),
    ("always", {"NO_COLOR": "1"}, False, "coloured"),
    ("always", {"TERM": "dumb"}, True, "coloured"),
    ("never", {}, True, "plain"),
    ("never", {"FORCE_COLOR": "1"}, True, "plain"),
    ("never", {"CLICOLOR_FORCE": "1"}, False, "plain"),
]


@pytest.mark.parametrize(("option", "environment", "is_terminal", "expected"), PAINTS)
def test_who_gets_colour(option: str, environment: dict[str, str], is_terminal: bool, expected: str) -> None:
    assert choose_paint(option, environment, is_terminal=is_terminal) == expected  # type: ignore[arg-type]


# the same through the whole program: arguments, environment, which streams are terminals -> colour, weight
RUNS = [
    ([], {}, "oe", (False, True)),  # without --facts there is weight and no colour
    (["--facts"], {}, "oe", (True, True)),
    (["--facts"], {}, "o", (True, True)),
    (["--facts"], {}, "e", (False, False)),
    (["--facts"], {}, "", (False, False)),
    (["--facts"], {"NO_COLOR": "1"}, "oe", (False, True)),
    (["--facts"], {"FORCE_COLOR": "1"}, "", (True, True)),
    (["--facts"], {"TERM": "dumb"}, "oe", (False, False)),
    (["--facts", "--color", "never"], {"CLICOLOR_FORCE": "1"}, "oe", (False, False)),
    (["--facts", "--color", "always"], {"NO_COLOR": "1"}, "", (True, True)),
    (["--format", "md"], {}, "oe", (False, False)),
    (["--format", "json", "--color", "always"], {}, "oe", (False, False)),
]


@pytest.mark.parametrize(("args", "environment", "terminals", "expected"), RUNS)
def test_what_is_coloured(
    args: list[str], environment: dict[str, str], terminals: str, expected: tuple[bool, bool], news: Path
) -> None:
    out, _, code = on_terminal("a.txt", *args, folder=news, terminals=terminals, **environment)
    assert code == 0
    assert (bool(COLOUR.search(out)), bool(WEIGHT.search(out))) == expected
    assert ("\x1b" in out) == any(expected)


@pytest.mark.parametrize("terminals", ["", "e"])
def test_a_pipe_gets_plain_text(terminals: str, news: Path) -> None:
    out, err, _ = on_terminal("a.txt", folder=news, terminals=terminals)
    assert (out, err) == (PLAIN, "")


def test_a_terminal_is_shown_what_a_pipe_gets(news: Path) -> None:
    for args in ([], ["--sources"]):
        on_screen, _, _ = on_terminal("a.txt", *args, folder=news)
        piped, _, _ = on_terminal("a.txt", *args, folder=news, terminals="")
        assert shown(on_screen) == piped
        assert on_screen != piped


def test_a_file_is_never_painted(news: Path) -> None:
    out, _, _ = on_terminal("a.txt", "-o", "out.txt", "--facts", "--color", "always", folder=news)
    assert out == ""
    text = (news / "out.txt").read_text(encoding="utf-8")
    assert text.startswith(PLAIN)
    assert "Actors: " in text
    assert "\x1b" not in text


@pytest.mark.parametrize(("columns", "widest"), [(80, 80), (40, 40), (200, 100), (0, 80)])
def test_the_width_is_the_terminals(columns: int, widest: int, news: Path) -> None:
    out, _, _ = on_terminal("a.txt", folder=news, columns=columns)
    assert shown(out) == render_text(harbour(), widest)


@pytest.mark.parametrize("form", ["md", "json"])
@pytest.mark.parametrize("option", ["--facts", "--sources"])
def test_other_forms_have_no_marks_and_no_footnotes(option: str, form: str, news: Path) -> None:
    out, err, code = on_terminal("a.txt", option, "--format", form, folder=news, terminals="")
    assert (out, code) == ("", 2)
    assert "are for text" in err


def test_several_articles_are_told_apart_on_a_terminal(news: Path) -> None:
    out, _, _ = on_terminal("a.txt", "b.txt", folder=news)
    assert shown(out) == f"==> a.txt <==\n{PLAIN}\n==> b.txt <==\n{PLAIN}\n"


def test_the_legend_is_said_once_and_only_to_a_terminal(news: Path) -> None:
    legend = "\nfacts: actor  date  figure  quotation\n"
    assert shown(on_terminal("a.txt", "b.txt", "--facts", folder=news)[1]) == legend
    assert on_terminal("a.txt", "--facts", folder=news, terminals="o")[1] == ""
    assert on_terminal("a.txt", "--facts", "-q", folder=news)[1] == ""
    assert on_terminal("a.txt", "--facts", "--color", "never", folder=news)[1] == ""


EVIL = {
    "colour": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "cleared": "\x1b[2J\x1b[H",
    "one byte": "\x9b2J",
    "backspaces": "safe\b\b\b\bevil",
    "return": "safe\revil",
    "override": "\u202egnp.exe\u202c",
    "isolate": "\u2066a\u2069\u200f",
    "markup": "[bold red]not markup[/bold red] :smile: [link=https://example.org]x[/link]",
}


@pytest.mark.parametrize("paint", ["plain", "bold", "coloured"])
@pytest.mark.parametrize("name", EVIL)
def test_what_an_article_says_does_not_steer_the_terminal(name: str, paint: str) -> None:
    line = (Run(EVIL[name]), Run(EVIL[name], ("headline", "actor")))
    text = painted([line], paint)  # type: ignore[arg-type]
    if paint == "plain":
        text = visible(text)  # as echo does for every terminal
    without_ours = re.sub(r"\x1b\[(?:1|1;36|0)m", "", text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2066-\u2069]", without_ours)
    assert "not markup" not in text or text.count(EVIL["markup"]) == 2


def test_nor_does_a_file_name_or_a_complaint(news: Path) -> None:
    name = "a\x1b[2J\u202etxt.b"
    (news / name).write_text("The port reopened. Nobody was hurt.")
    out, err, _ = on_terminal("b.txt", name, f"{name}.missing", "--color", "never", folder=news)
    assert "\x1b" not in out + err
    assert "\u202e" not in out + err
    assert "a[2Jtxt.b" in out
    assert "a[2Jtxt.b.missing" in err


@pytest.mark.parametrize("args", [["a.txt"], ["a.txt", "b.txt", "c.txt"]])
def test_something_moves_while_it_takes_a_while_and_leaves_nothing_behind(args: list[str], news: Path) -> None:
    _, err, code = on_terminal(*args, folder=news, wait=LONG)
    assert code == 0
    assert "writing" in err
    assert ("/3" in err) == (len(args) == 3)
    assert shown(err).strip() == ""
    assert err.count("\x1b[?25l") == err.count("\x1b[?25h")  # the cursor is back


def test_an_interrupted_run_gives_the_terminal_back(news: Path) -> None:
    out, err, code = on_terminal("a.txt", folder=news, wait=60, interrupt="writing")
    assert (out, shown(err).strip(), code) == ("", "", 130)
    assert err.count("\x1b[?25l") == err.count("\x1b[?25h") == 1


@pytest.mark.parametrize(
    ("args", "terminals", "environment"),
    [
        (["a.txt", "-q"], "oe", {}),
        (["a.txt"], "o", {}),
        (["a.txt"], "", {"FORCE_COLOR": "1"}),
        (["a.txt"], "oe", {"TERM": "dumb"}),
    ],
)
def test_nothing_moves_where_nobody_wants_it(
    args: list[str], terminals: str, environment: dict[str, str], news: Path
) -> None:
    assert on_terminal(*args, folder=news, wait=LONG, terminals=terminals, **environment)[1] == ""


def test_what_is_quick_shows_nothing(news: Path) -> None:
    assert on_terminal("a.txt", folder=news)[1] == ""


def test_a_pipe_needs_no_rich() -> None:
    script = (
        "import sys\n"
        "from summarize.cli.paint import painted\n"
        "from tests.harbour import harbour\n"
        "from summarize.render import Look, lay_out\n"
        "painted(lay_out(harbour(), Look()), 'plain')\n"
        "sys.exit('rich' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def screens() -> dict[str, str]:
    """Return what the program writes to terminals of two widths, escape codes and all."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "harbour.txt").write_text("The port reopened. Nobody was hurt.")
        for name, (columns, flags) in SCREENS.items():
            args = flags.split() if flags.startswith("--") else []
            found[name] = on_terminal("harbour.txt", *args, folder=Path(folder), columns=columns)[0]
    return found


def test_screens_are_as_stored() -> None:
    for name, text in screens().items():
        assert text == (GOLDEN / name).read_bytes().decode(), name


def test_styles_lie_where_the_facts_are() -> None:
    text = painted(lay_out(harbour(), Look(facts="marked")), "coloured")
    assert "\x1b[1;36mÅse Bråthen\x1b[0m, the harbour master" in text
    assert 'that "\x1b[3;32mnobody listened\x1b[0m".' in text
    bold = painted(lay_out(harbour(), Look(facts="marked")), "bold")
    kinds = {re.search(rf"\x1b\[([0-9;]+)m{part}", bold)[1] for part in ("Åse", "Monday", "14", "nobody")}  # type: ignore[index]
    assert len(kinds) == 4


if __name__ == "__main__":
    for name, text in screens().items():
        (GOLDEN / name).write_bytes(text.encode())
    sys.stdout.write(f"wrote {len(SCREENS)} files\n")
