"""A long run of the fuzz targets: one row a target, with how many inputs, how long, and what was found.

python tests/fuzz/run.py --inputs 1000000                      all targets, by their shares
python tests/fuzz/run.py --inputs 20000 --target guard --seed 7
python tests/fuzz/run.py --replay findings/split-1f0c.txt      one finding again, with its traceback

Every input depends on the seed, the target and its number alone. A finding is written to --findings (a folder
of the working folder by default): the input as a Python literal, the traceback below it.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import sys
import time
import traceback
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.fuzz.choices import Drawn
from tests.fuzz.targets import TARGETS, Target

_MOST_FINDINGS = 25  # of one target; more of them are more of the same
_MARK = "\n\n# found: "


def main() -> None:
    """Run what the arguments say, and exit with 1 if anything was found."""
    asked = _arguments().parse_args()
    if asked.replay:
        replay(asked.replay)
        return
    chosen = [TARGETS[name] for name in asked.target or TARGETS]
    whole = sum(target.share for target in chosen)
    found = total = 0
    say(f"{'target':14} {'inputs':>9} {'seconds':>8} {'findings':>8}\n")
    for target in chosen:
        inputs, seconds, findings = fuzz(target, round(asked.inputs * target.share / whole), asked.seed, asked.findings)
        say(f"{target.name:14} {inputs:9,} {seconds:8.1f} {findings:8}\n")
        found, total = found + findings, total + inputs
    say(f"{'all':14} {total:9,} {'':8} {found:8}\n")
    sys.exit(found > 0)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--inputs", type=int, default=10_000, help="how many, over all targets")
    parser.add_argument("--target", action="append", choices=TARGETS, help="only this one; may be repeated")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--findings", type=Path, default=Path("findings"), help="the folder for what fails")
    parser.add_argument("--replay", type=Path, help="check the input of a finding again")
    return parser


def say(text: str) -> None:
    """Write at once, so that a log shows how far it is."""
    sys.stdout.write(text)
    sys.stdout.flush()


def fuzz(target: Target, inputs: int, seed: int, folder: Path) -> tuple[int, float, int]:
    """Return how many inputs were tried, the processor time in seconds, and how many of them failed."""
    start, failed = time.process_time(), 0
    for number in range(inputs):
        value = target.make(Drawn(Random(f"{seed}/{target.name}/{number}")))
        try:
            target.run(value)
        except Exception:
            failed += 1
            keep(target, value, folder)
            if failed == _MOST_FINDINGS:
                return number + 1, time.process_time() - start, failed
    return inputs, time.process_time() - start, failed


def keep(target: Target, value: object, folder: Path) -> None:
    """Write down an input that failed, and how."""
    literal = repr(value)
    name = f"{target.name}-{hashlib.sha256(literal.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.txt"
    folder.mkdir(parents=True, exist_ok=True)
    story = traceback.format_exc().encode("ascii", "backslashreplace").decode()
    (folder / name).write_text(f"{literal}{_MARK}{story}", encoding="utf-8")


def replay(file: Path) -> None:
    """Check an input that was written down. Raises what is wrong with it."""
    literal = file.read_text(encoding="utf-8").partition(_MARK)[0]
    name = file.name.rpartition("-")[0]
    TARGETS[name].run(ast.literal_eval(literal))
    say(f"{file.name} passes\n")


if __name__ == "__main__":
    main()
