"""Shell completion, as click's scripts ask for it: commands, the default command's options, values, files."""

from __future__ import annotations

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["wri"], "file,wri plain,write"),
        (["con"], "file,con plain,config"),
        (["art"], "file,art"),
        (["--bri"], "plain,--brief"),
        (["--vers"], "plain,--version"),
        (["a.txt", "--stri"], "plain,--strict"),
        (["write", "--pla"], "plain,--place"),
        (["write", "--place", ""], "plain,sidecar plain,front-matter plain,markers"),
        (["write", "art"], "file,art"),
        (["check", "--fail-level", "w"], "plain,warning"),
        (["config", "art"], "file,art"),
    ],
)
def test_what_is_offered(words: list[str], expected: str, run: Run) -> None:
    typed = {"COMP_WORDS": " ".join(["summarize", *words]), "COMP_CWORD": str(len(words))}
    done = run(_SUMMARIZE_COMPLETE="bash_complete", **typed)
    assert done.stdout.decode().split() == expected.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for(shell: str, run: Run) -> None:
    done = run(_SUMMARIZE_COMPLETE=f"{shell}_source")
    assert (done.returncode, b"_SUMMARIZE_COMPLETE" in done.stdout) == (0, True)
