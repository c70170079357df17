"""Results on stdout, everything else on stderr, in any encoding."""

from __future__ import annotations

import io
import json
import re

import pytest
from jsonschema_rs import validator_for
from qcontract.cli.progress import Narrator
from qcontract.cli.terminal import StatusLine
from qcontract.flow.effects import Drift, Pause, Progress
from qcontract.model.job import Job
from qcontract.model.status import JobStatus
from support.command import ASYMMETRIC, Command

RUN = ("run", ASYMMETRIC, "--emulator")
TABLE = """\
ionq-v0.4:ID  ionq-v0.4@2026-10-01  emulator  simulator  completed
states: qubit 0 is the rightmost bit
  001  ████████████████████████████████████████  0.7500000000
  101  █████████████                             0.2500000000
"""
PROGRESS = """\
ionq-v0.4:ID: submitted to simulator (emulator)
ionq-v0.4:ID: completed after T s
"""
RUN_1 = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema", "origin", "contract", "job", "backend", "status", "shots", "qubit0", "circuits"],
    "properties": {
        "schema": {"const": "qcontract.run/1"},
        "origin": {"enum": ["emulator", "service"]},
        "contract": {"pattern": "^[a-z]+-v[0-9.]+@"},
        "job": {"pattern": "^[a-z]+-v[0-9.]+:."},
        "backend": {"type": ["string", "null"]},
        "status": {"const": "completed"},
        "shots": {"type": ["integer", "null"]},
        "qubit0": {"const": "right"},
        "circuits": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["qubits", "probabilities", "estimated", "counts"],
                "properties": {
                    "qubits": {"type": "integer", "minimum": 1},
                    "probabilities": {
                        "propertyNames": {"pattern": "^[01]+$"},
                        "additionalProperties": {"type": "number", "minimum": 0, "maximum": 1.000000001},
                    },
                    "estimated": {"type": "boolean"},
                    "counts": {
                        "type": ["object", "null"],
                        "propertyNames": {"pattern": "^[01]+$"},
                        "additionalProperties": {"type": "integer", "minimum": 0},
                    },
                },
            },
        },
    },
}


def anonymous(text: str) -> str:
    """The text without what differs from run to run."""
    text = re.sub(r"(?<=ionq-v0\.4:)[0-9a-f-]{36}", "ID", text)
    text = re.sub(r"(?m)^.*: (queued|running) after .*\n", "", text)
    return re.sub(r"\d+\.\d(?= s$)", "T", text, flags=re.MULTILINE)


def test_a_table_and_its_progress(qcontract: Command) -> None:
    ended = qcontract(*RUN)
    assert (ended.code, anonymous(ended.out), anonymous(ended.err)) == (0, TABLE, PROGRESS)


@pytest.mark.parametrize("api", ["ionq-v0.3", "qbraid-v2"])
def test_json(qcontract: Command, api: str) -> None:
    ended = qcontract(*RUN, "--api", api, "--format", "json", "--shots", "50")
    document = json.loads(ended.out)
    validator_for(RUN_1).validate(document)
    assert (document["origin"], document["job"] in ended.err, ended.out.isascii()) == ("emulator", True, True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_bars_in_encodings_that_have_no_blocks(qcontract: Command, encoding: str) -> None:
    ended = qcontract(*RUN, encoding=encoding)
    assert (ended.code, anonymous(ended.out)) == (0, TABLE.replace("█", "#"))


JOB = Job("ID", "ionq-v0.4@2026-10-01", "service", JobStatus.SUBMITTED, "submitted", backend="qpu")


def narrate(narrator: Narrator) -> None:
    narrator.submitting()
    narrator.tell(Pause(1.5, "CreateJob: NotSent, attempt 1"))
    narrator.submitted(JOB)
    for status, elapsed in (("submitted", 0.1), ("running", 1.0), ("running", 2.0), ("completed", 3.0)):
        narrator.tell(Progress(JOB.ref, status, elapsed, 1))
        narrator.tell(Pause(1.0, "the wait's own pace is not news"))
    for _ in range(2):
        narrator.tell(Drift("op", "enum", "/status", "paused"))
        narrator.tell(Drift("op", "field", "/a\x1b[2J", {"secret": "value"}))


def test_every_change_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with Narrator(emulated=False, token="t") as narrator:
        narrate(narrator)
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "CreateJob: NotSent, attempt 1 did not succeed, trying again in 1.5 s",
        f"{JOB.ref}: submitted to qpu (service)",
        f"{JOB.ref}: running after 1.0 s",
        f"{JOB.ref}: completed after 3.0 s",
        "drift: op: unknown enum 'paused' at /status",
        "drift: op: unknown field at /a\\x1b[2J",
    ]


class Terminal(io.StringIO):
    """A terminal; `screen` is what one sees in the end."""

    def isatty(self) -> bool:
        return True

    @property
    def screen(self) -> list[str]:
        lines = []
        for written in self.getvalue().split("\n"):
            line = ""
            for text in written.split("\r"):
                line = text + line[len(text) :]
            lines.append(line.rstrip())
        return lines


def test_on_a_terminal_one_line_shows_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with Narrator(emulated=False, token="t") as narrator:
        narrator.submitting()
        narrator.submitted(JOB)
        narrator.tell(Progress(JOB.ref, "running", 1.0, 2))
        assert terminal.screen[-1] == f"{JOB.ref}: running, 0 s"
        narrator.tell(Progress(JOB.ref, "completed", 3.0, 3))
    assert terminal.screen == [
        f"{JOB.ref}: submitted to qpu (service)",
        f"{JOB.ref}: running after 1.0 s",
        f"{JOB.ref}: completed after 3.0 s",
        "",
    ]


def test_a_status_line_keeps_to_its_line_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    line = StatusLine(terminal)
    line.show("a text that is longer than the terminal")
    assert terminal.screen == ["a text that is long"]
    line.show("short")
    assert terminal.screen == ["short, 0 s"]
    line.say("a message")
    assert terminal.screen == ["a message", "short, 0 s"]
    line.close()
    assert terminal.screen == ["a message", ""]
    line.show("too late")
    assert terminal.screen == ["a message", ""]


def test_a_terminal_that_has_gone_is_no_error() -> None:
    terminal = Terminal()
    line = StatusLine(terminal)
    terminal.close()
    line.show("on")
    line.say("and on")
    line.close()
