"""What all snapshots of IonQ v0.4 share; a snapshot module fills in its generated operations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from attrs import evolve, frozen
from qcontract_api.runtime import OpenStrEnum

from qcontract.apis import ionq
from qcontract.apis.binding import Answer, Bound, given
from qcontract.apis.circuits import attached, batch_input, by_child, circuit_result, gate_counts, qubits_of
from qcontract.apis.listed import refuse_unlisted
from qcontract.apis.reading import Members, moment
from qcontract.errors import NotInThisSnapshot
from qcontract.flow.effects import Call, Page
from qcontract.model.circuit import Circuit
from qcontract.model.job import Acknowledgement, Backend, Job
from qcontract.model.money import Money
from qcontract.model.program import Batch
from qcontract.model.result import Result
from qcontract.model.status import JobStatus
from qcontract.model.submission import JobFilter, Submission

__all__ = ["IonQV04", "service"]

_STATUSES: Mapping[str, JobStatus] = {
    "submitted": JobStatus.SUBMITTED,
    "ready": JobStatus.QUEUED,
    "started": JobStatus.RUNNING,
    "completed": JobStatus.COMPLETED,
    "failed": JobStatus.FAILED,
    "canceled": JobStatus.CANCELED,
    "deleted": JobStatus.DELETED,
}
_SEVERAL = "ionq.multi-circuit.v1"
_DEFAULT_SHOTS = 100
_DEBIASED_FROM = 500
"""Number of shots from which a circuit of the qis gateset is debiased on a QPU unless the job says otherwise."""


@frozen
class IonQV04:
    """IonQ v0.4 as a service; implements ``qcontract.flow.service.Service``.

    Args:
        contract: Name of the contract.
        create, read, list_jobs, probabilities, aggregated, cancel_one, cancel_many, delete_one, delete_many,
        list_backends, read_backend, estimate_cost: Bound operations.
        payloads: Job type to the generated class of its request body; a type that is not here cannot be submitted.
        status_word: The generated class of the list's status filter.
        noise_model: The generated class of noise models; None where the contract lists none.
        bulk: The generated class of a request body with several ids.
    """

    contract: str
    create: Bound[...]
    read: Bound[...]
    list_jobs: Bound[...]
    probabilities: Bound[...]
    aggregated: Bound[...]
    cancel_one: Bound[...]
    cancel_many: Bound[...]
    delete_one: Bound[...]
    delete_many: Bound[...]
    list_backends: Bound[...]
    read_backend: Bound[...]
    estimate_cost: Bound[...]
    payloads: Mapping[str, Any]
    status_word: Callable[[str], object]
    noise_model: type[OpenStrEnum] | None
    bulk: Any

    default_backend = "simulator"
    free_backends = frozenset({"simulator"})
    currency = "usd"

    def submit(self, submission: Submission) -> Call[Job]:
        """Create a job. Source: operation CreateJob."""
        payload = self._payload(submission)
        body = self.payloads[payload["type"]].from_dict(payload)
        return self.create.call(lambda answer: self._receipt(answer, submission, payload["metadata"]), body=body)

    def _payload(self, submission: Submission) -> dict[str, Any]:
        kind, program = self._input(submission)
        if submission.noise is not None and self.noise_model is not None:
            refuse_unlisted(submission.noise.model, self.noise_model, "noise model", self.contract)
        optional = {
            "name": submission.name,
            "shots": submission.shots,
            "session_id": submission.session,
            "dry_run": submission.dry_run or None,
            "noise": ionq.noise(submission),
            "settings": None if submission.debias is None else {"error_mitigation": {"debiasing": submission.debias}},
        }
        return {
            "type": kind,
            "backend": submission.backend,
            "metadata": attached(submission),
            "input": program,
            **{name: value for name, value in optional.items() if value is not None},
        }

    def _input(self, submission: Submission) -> tuple[str, dict[str, Any]]:
        program = submission.program
        if isinstance(program, Circuit):
            return "ionq.circuit.v1", ionq.circuit_input(program)
        if isinstance(program, Batch):
            return _SEVERAL, batch_input(program)
        if "ionq.qasm3.v1" not in self.payloads:
            raise NotInThisSnapshot(f"{self.contract} takes no OpenQASM", hint="use ionq-v0.4@2026-10-01 or a Circuit")
        if program.version != 3:
            raise NotInThisSnapshot(
                f"{self.contract} takes OpenQASM 3, and this is OpenQASM {program.version}",
                hint="write it as OpenQASM 3, or use qbraid-v2",
            )
        return "ionq.qasm3.v1", {"data": program.text}

    def _receipt(self, answer: Answer, submission: Submission, metadata: Mapping[str, str]) -> Job:
        members = Members.of(answer, answer.raw)
        word = members.required("status")
        return Job(
            id=members.required("id"),
            contract=self.contract,
            origin=answer.reply.origin,
            status=_STATUSES.get(word, JobStatus.UNKNOWN),
            service_status=word,
            backend=submission.backend,
            name=submission.name,
            shots=submission.shots,
            qubits=qubits_of(submission.program),
            metadata=metadata,
            generated=answer.generated,
            raw=members.raw,
        )

    def get(self, job_id: str) -> Call[Job]:
        """Read a job. Source: operation GetJob."""
        return self.read.call(
            lambda answer: answer.the_one(self._job(answer, answer.raw, answer.generated), job_id), job_id
        )

    def _job(self, answer: Answer, raw: object, generated: object) -> Job:
        members = Members.of(answer, raw)
        members.required("type")  # without it the generated code cannot tell which members are missing
        word = members.required("status")
        return Job(
            id=members.required("id"),
            contract=self.contract,
            origin=answer.reply.origin,
            status=_STATUSES.get(word, JobStatus.UNKNOWN),
            service_status=word,
            backend=members.text("backend"),
            name=members.text("name"),
            shots=members.integer("shots"),
            qubits=members.object("stats").integer("qubits"),
            metadata=members.object("metadata").raw,
            submitted_at=moment(members.text("submitted_at")),
            started_at=moment(members.text("started_at")),
            ended_at=moment(members.text("completed_at")),
            expected=members.milliseconds("predicted_wait_time_ms", "predicted_execution_duration_ms"),
            failure=ionq.failure(members),
            children=members.texts("child_job_ids"),
            parent=members.text("parent_job_id"),
            generated=generated,
            raw=members.raw,
        )

    def page(self, query: JobFilter, cursor: str | None) -> Call[Page[Job]]:
        """Read a page of jobs. Source: operation GetJobs."""
        options = given(
            ids=list(query.ids) or None,
            status=None if query.status is None else self.status_word(query.status),
            target=query.backend,
            parent_job_id=query.parent,
            limit=query.page_size,
            next_=cursor,
        )
        return self.list_jobs.call(self._page, **options)

    def _page(self, answer: Answer) -> Page[Job]:
        members = Members.of(answer, answer.raw)
        jobs = zip(members.items("jobs"), answer.generated.jobs, strict=True)
        return Page(tuple(self._job(answer, raw, generated) for raw, generated in jobs), members.cursor("next"))

    def describes_result(self, job: Job) -> bool:
        """Whether a job's type is known and, of several circuits, its children: lists and receipts leave them out."""
        kind = job.raw.get("type")
        return bool(job.children) or kind not in (None, _SEVERAL)

    def result(self, job: Job) -> Call[Result]:
        """Read probabilities; of several circuits each has the job's number of qubits, which is that of the widest.

        Source: operations GetJobProbabilities and, for several circuits, GetJobAggregatedProbabilities.
        """
        if job.children or job.raw.get("type") == _SEVERAL:
            return self.aggregated.call(lambda answer: self._several(answer, job), job.id)
        return self.probabilities.call(lambda answer: self._result(answer, job, [(job.id, answer.raw)]), job.id)

    def _several(self, answer: Answer, job: Job) -> Result:
        return self._result(answer, job, by_child(answer, answer.raw, job))

    def _result(self, answer: Answer, job: Job, circuits: list[tuple[str, object]]) -> Result:
        answer.refuse_repeated("probabilities")
        return Result(
            job.ref,
            self.contract,
            answer.reply.origin,
            tuple(circuit_result(answer, states, job.qubits, job_id) for job_id, states in circuits),
            answer.generated,
            answer.raw,
        )

    def cancel(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Cancel jobs. Source: operations CancelJob and CancelJobs."""
        return self._end(self.cancel_one, self.cancel_many, job_ids, JobStatus.CANCELED)

    def delete(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Delete jobs. Source: operations DeleteJob and DeleteJobs."""
        return self._end(self.delete_one, self.delete_many, job_ids, JobStatus.DELETED)

    def _end(
        self, one: Bound[...], many: Bound[...], job_ids: Sequence[str], done: JobStatus
    ) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        if len(job_ids) == 1:
            already = (Acknowledgement(job_ids[0], done),)
            return [evolve(one.call(lambda answer: _ended(answer, job_ids, job_ids), job_ids[0]), already=already)]
        # A 404 to several ids does not say which: nothing may be taken as already done.
        return [many.call(lambda answer: _ended_together(answer, job_ids), body=self.bulk(ids=list(job_ids)))]

    def backends(self) -> Call[tuple[Backend, ...]]:
        """Read the backends. Source: operation getBackends."""
        return self.list_backends.call(ionq.backends)

    def backend(self, name: str) -> Call[Backend]:
        """Read one backend. Source: operation getBackend."""
        return self.read_backend.call(lambda answer: ionq.backend(answer, answer.raw, answer.generated), name)

    def estimate(self, submission: Submission) -> Call[Money | None] | None:
        """Ask for the price of one circuit; that of a batch, of OpenQASM or of uncounted gates cannot be asked for.

        Source: operation EstimateJobCost.
        """
        program = submission.program
        counts = gate_counts(program) if isinstance(program, Circuit) else None
        if not isinstance(program, Circuit) or counts is None:
            return None
        single, several = counts
        shots = submission.shots or _DEFAULT_SHOTS
        return self.estimate_cost.call(
            _price,
            backend=submission.backend,
            type_="ionq.circuit.v1",
            qubits=program.qubits,
            shots=shots,
            field_1q_gates=single,
            field_2q_gates=several,
            error_mitigation=_debiased(submission.debias, program, shots),
        )


def service(contract: str, package: str, payloads: Mapping[str, str]) -> IonQV04:
    """Return the service of one snapshot, bound to its generated package.

    Args:
        contract: Name of the contract.
        package: Name of the generated package.
        payloads: Job type to the name of the generated class of its request body.
    """
    models = import_module(f"qcontract_api.{package}.models")

    def bound(operation_id: str, module: str) -> Bound[...]:
        found = import_module(f"qcontract_api.{package}.api.{module}")
        safe = operation_id != "CreateJob"
        return Bound(f"{contract} {operation_id}", found._get_kwargs, found._parse_response, safe)

    return IonQV04(
        contract=contract,
        create=bound("CreateJob", "default.create_job"),
        read=bound("GetJob", "default.get_job"),
        list_jobs=bound("GetJobs", "default.get_jobs"),
        probabilities=bound("GetJobProbabilities", "default.get_job_probabilities"),
        aggregated=bound("GetJobAggregatedProbabilities", "default.get_job_aggregated_probabilities"),
        cancel_one=bound("CancelJob", "default.cancel_job"),
        cancel_many=bound("CancelJobs", "default.cancel_jobs"),
        delete_one=bound("DeleteJob", "default.delete_job"),
        delete_many=bound("DeleteJobs", "default.delete_jobs"),
        list_backends=bound("getBackends", "backends.get_backends"),
        read_backend=bound("getBackend", "backends.get_backend"),
        estimate_cost=bound("EstimateJobCost", "default.estimate_job_cost"),
        payloads={kind: getattr(models, name) for kind, name in payloads.items()},
        status_word=models.JobStatus,
        noise_model=getattr(models, "NoiseModel", None),
        bulk=models.JobsBulkOperationRequest,
    )


def _debiased(asked: bool | None, circuit: Circuit, shots: int) -> bool:
    """Tell whether a QPU debiases a circuit: as asked for, else by IonQ's default."""
    return circuit.gateset == "qis" and shots >= _DEBIASED_FROM if asked is None else asked


def _ended_together(answer: Answer, asked: Sequence[str]) -> tuple[Acknowledgement, ...]:
    return _ended(answer, asked, Members.of(answer, answer.raw).texts("ids"))


def _ended(answer: Answer, asked: Sequence[str], named: Sequence[str]) -> tuple[Acknowledgement, ...]:
    """Acknowledge the jobs that the answer names; what became of the others is not known."""
    word = Members.of(answer, answer.raw).required("status")
    status = _STATUSES.get(word, JobStatus.UNKNOWN)
    return tuple(
        Acknowledgement(job_id, status, word)
        if job_id in named
        else Acknowledgement(job_id, JobStatus.UNKNOWN, refused="the service did not name it in its answer")
        for job_id in asked
    )


def _price(answer: Answer) -> Money | None:
    """Read an estimate; its members were renamed between the snapshots, and the service was ahead of its document."""
    members = Members.of(answer, answer.raw)
    amount = members.decimal("estimated_total_cost")
    if amount is None:
        amount = members.decimal("estimated_cost")
    unit = members.text("estimated_unit") or members.text("cost_unit") or "usd"
    return None if amount is None else Money(amount, unit.lower())
