"""A fixed number of worker processes, lent one job at a time; one that overruns its time is killed and replaced."""

from __future__ import annotations

import asyncio
import json
import struct
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

__all__ = ["Answer", "JobError", "WorkerPool"]


class JobError(Exception):
    """A job that gave no answer; ``kind`` is one of the worker's, or "timeout", "busy", "failed"."""

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        super().__init__(message)


class _Worker:
    """One process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    @classmethod
    async def start(cls, spec: str, memory: int) -> _Worker:
        command = (sys.executable, "-m", "kg.serve.worker", spec, str(memory))
        pipe = asyncio.subprocess.PIPE
        return cls(await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=1 << 20))

    async def send(self, job: dict[str, Any]) -> None:
        assert self.process.stdin  # noqa: S101 — a pipe was asked for
        self.process.stdin.write(json.dumps(job).encode() + b"\n")
        await self.process.stdin.drain()

    async def frame(self) -> tuple[bytes, bytes]:
        """The next frame's letter and content."""
        assert self.process.stdout  # noqa: S101
        head = await self.process.stdout.readexactly(5)
        return head[:1], await self.process.stdout.readexactly(struct.unpack(">I", head[1:])[0])

    def stop(self) -> None:
        """Kill it; the event loop collects what is left. Awaits nothing, so that it works while a task is being cancelled."""
        with suppress(ProcessLookupError):
            self.process.kill()
        if self.process.stdin:
            self.process.stdin.close()


class Answer:
    """A job's header and, once, its pieces."""

    def __init__(self, header: dict[str, Any], worker: _Worker, deadline: float) -> None:
        self.header, self._worker, self._deadline, self.complete = header, worker, deadline, False

    async def pieces(self) -> AsyncIterator[bytes]:
        """The answer, piece by piece.

        Raises:
            JobError: the time is over, or the worker failed, in the middle.
        """
        while True:
            letter, content = await _within(self._worker.frame(), self._deadline)
            if letter == b"D":
                yield content
                continue
            self.complete = True
            if letter == b"X":
                error = json.loads(content)
                raise JobError(error["kind"], error["message"])
            return

    async def all(self) -> bytes:
        """The whole answer."""
        return b"".join([piece async for piece in self.pieces()])


class WorkerPool:
    """``size`` workers on the graph at ``spec``; ``seconds`` is what one job may take, ``memory`` in MB is for one worker."""

    def __init__(self, spec: str, *, size: int, seconds: float, memory: int) -> None:
        self.spec, self.size, self.seconds, self.memory = spec, size, seconds, memory
        self._idle: asyncio.Queue[_Worker | None] = asyncio.Queue()
        self._started = False

    async def start(self) -> None:
        """Make room for the workers; each process starts with its first job."""
        self._started = True
        for _ in range(self.size):
            self._idle.put_nowait(None)

    async def stop(self) -> None:
        """End every idle worker."""
        while not self._idle.empty():
            worker = self._idle.get_nowait()
            if worker is not None:
                worker.stop()
                await worker.process.wait()

    @asynccontextmanager
    async def run(self, job: dict[str, Any], *, seconds: float | None = None) -> AsyncIterator[Answer]:
        """Give ``job`` to a free worker; the block reads the answer.

        Raises:
            JobError: no worker became free in time, the time is over, or the worker says why it cannot be done.
        """
        allowed = seconds or self.seconds
        try:
            worker = await asyncio.wait_for(self._idle.get(), self.seconds)
        except TimeoutError:
            raise JobError("busy", "all workers are busy; try again later") from None
        keep: _Worker | None = None
        try:
            worker = worker or await _Worker.start(self.spec, self.memory)
            answer = await _answer(worker, job, asyncio.get_running_loop().time() + allowed)
            yield answer
            keep = worker if answer.complete else None
        except JobError as error:
            # A job that the worker itself refused leaves it ready for the next.
            keep = worker if error.kind not in {"timeout", "failed", "busy"} else None
            raise
        finally:
            if keep is None and worker is not None:
                worker.stop()
            self._idle.put_nowait(keep)


async def _answer(worker: _Worker, job: dict[str, Any], deadline: float) -> Answer:
    await worker.send(job)
    letter, content = await _within(worker.frame(), deadline)
    if letter != b"H":
        error = json.loads(content)
        raise JobError(error["kind"], error["message"])
    return Answer(json.loads(content), worker, deadline)


async def _within(frame: Any, deadline: float) -> tuple[bytes, bytes]:
    """The frame, if it comes before ``deadline`` on the loop's clock."""
    left = deadline - asyncio.get_running_loop().time()
    try:
        found: tuple[bytes, bytes] = await asyncio.wait_for(frame, max(left, 0.001))
    except TimeoutError:
        raise JobError("timeout", "the query took longer than this server allows") from None
    except (asyncio.IncompleteReadError, ConnectionError):
        raise JobError("failed", "the query ended its worker, most likely by asking for too much memory") from None
    return found
