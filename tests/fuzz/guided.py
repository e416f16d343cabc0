"""The same targets driven by Atheris, which looks for inputs that reach code no input has reached before.

pip install atheris
python tests/fuzz/guided.py TARGET [-runs=100000] [-max_total_time=600] [libFuzzer options]

What fails is written to crash-HASH by libFuzzer, and shown as the input that its bytes stood for.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

with atheris.instrument_imports(include=["summarize"]):
    from tests.fuzz.choices import Guided
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz the target that the first argument names, with libFuzzer's own options after it."""
    target = TARGETS[sys.argv.pop(1)]

    def one(data: bytes) -> None:
        value = target.make(Guided(atheris.FuzzedDataProvider(data)))
        try:
            target.run(value)
        except Exception:
            sys.stderr.write(f"{target.name}: {value!r}\n")
            raise

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
