"""`make mutants`: plant one small fault after the other in a copy of the repository; the named tests must tell.

    python tests/mutation/run.py [--generator BIN] [ID ...]

A run of the whole list that catches everything writes the table in README.md.

Exit status: 0 every fault was caught · 1 one was not, or the list does not fit the code · 2 wrong options, or no
generator.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from attrs import frozen  # noqa: E402
from mutation.faults import Fault, Stale, read, table  # noqa: E402
from mutation.judging import BROKEN, CAUGHT, SURVIVED, flaw, verdict  # noqa: E402

PAGE = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- faults: written by make mutants -->", "<!-- faults end -->"
SECONDS = 180
"""How long the tests of one fault may take: a fault that makes them hang is not caught."""

_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "dist")  # no compiled file of the code as it was


@frozen
class Copy:
    """A copy of the repository that faults are planted in.

    Args:
        root: Its root.
        spare: Its generated packages as they should be.
        generator: Bin folder of the generator's environment.
    """

    root: Path
    spare: Path
    generator: Path

    @classmethod
    def make(cls, scratch: Path, generator: Path) -> Copy:
        """Copy the working tree."""
        copy = cls(scratch / "tree", scratch / "generated", generator)
        shutil.copytree(ROOT, copy.root, ignore=_LEFT_OUT)
        shutil.copytree(copy.root / "generated", copy.spare)
        return copy

    @property
    def environment(self) -> Mapping[str, str]:
        """The copy before the installed packages, here and in every process that a test starts."""
        rooms = os.pathsep.join(str(self.root / name) for name in ("wrapper", "generated", "specs"))
        return {
            **os.environ,
            "PYTHONPATH": rooms,
            "PYTHONDONTWRITEBYTECODE": "1",
            "QCONTRACT_GENERATOR": str(self.generator),
        }

    def is_what_is_imported(self) -> bool:
        """Whether the copy wins over an editable install of the repository."""
        script = "import qcontract, qcontract_api; print(qcontract.__file__, qcontract_api.__file__, sep='\\n')"
        files = self._run("-c", script).stdout.split()
        return len(files) == 2 and all(Path(file).is_relative_to(self.root) for file in files)

    def judge(self, fault: Fault) -> tuple[str, str]:
        """Plant a fault, run its tests, and take it out again."""
        file = self.root / fault.file
        sound = file.read_text("utf-8")
        try:
            file.write_text(fault.planted(sound), "utf-8")
            if fault.is_generated and (refusal := self._generate()):
                return BROKEN, refusal
            return verdict(self.test(fault.tests), fault.tests)
        except Stale as error:
            return BROKEN, str(error)
        except subprocess.TimeoutExpired:
            return SURVIVED, f"its tests hang for {SECONDS} s"
        finally:
            file.write_text(sound, "utf-8")
            if fault.is_generated:
                shutil.rmtree(self.root / "generated")
                shutil.copytree(self.spare, self.root / "generated")

    def test(self, tests: Iterable[str]) -> Path:
        """Run tests, and return their report."""
        report = self.root / "report.xml"
        report.unlink(missing_ok=True)
        self._run("-m", "pytest", "-q", "--tb=line", "-p", "no:cacheprovider", f"--junitxml={report}", *tests)
        return report

    def _generate(self) -> str:
        done = self._run("specs/generator/generate.py", "--generator", str(self.generator))
        return "" if done.returncode == 0 else f"no packages: {done.stderr.strip()[-200:]}"

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=self.root, env=self.environment, capture_output=True, text=True, check=False, timeout=SECONDS
        )


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    options = _options(arguments)
    known = read()
    chosen = [fault for fault in known if not options.id or fault.id in options.id]
    if unknown := set(options.id) - {fault.id for fault in known}:
        return _refuse(f"no fault is called {', '.join(sorted(unknown))}")
    generator = options.generator.resolve()
    if not (generator / "openapi-python-client").is_file():
        return _refuse(f"no generator in {generator}: run `make setup`, or set QCONTRACT_GENERATOR")
    with tempfile.TemporaryDirectory(prefix="qcontract-mutants-") as scratch:
        copy = Copy.make(Path(scratch), generator)
        if not copy.is_what_is_imported():
            return _refuse("the tests would import the installed packages and not the copy")
        tests = sorted({test for fault in chosen for test in fault.tests})
        if wrong := flaw(copy.test(tests), tests):
            print(f"mutants: fails without a fault: {wrong}", file=sys.stderr)
            return 1
        caught = sum(_tell(copy, fault) for fault in chosen)
    print(f"{caught} of {len(chosen)} caught")
    if caught < len(chosen):
        return 1
    if chosen == list(known):
        PAGE.write_text(written(PAGE.read_text("utf-8"), known), "utf-8")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Plant small faults; the suite must notice each.")
    place = Path(os.environ.get("QCONTRACT_GENERATOR", ROOT / ".venv-generator" / "bin"))
    parser.add_argument("--generator", type=Path, default=place, help="bin folder of the generator's environment")
    parser.add_argument("id", nargs="*", help="only these faults")
    return parser.parse_args(arguments)


def _refuse(reason: str) -> int:
    print(f"mutants: {reason}", file=sys.stderr)
    return 2


def _tell(copy: Copy, fault: Fault) -> bool:
    begun = time.monotonic()
    word, reason = copy.judge(fault)
    print(f"{word:8} {fault.id:28} {time.monotonic() - begun:5.1f} s  {reason}", flush=True)
    return word == CAUGHT


def written(page: str, faults: Iterable[Fault]) -> str:
    """A page with the table of the faults that were caught."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(faults)}\n{END}{after}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
