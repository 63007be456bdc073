from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from digests.core.errors import ParseError
from digests.sources.worker import Worker

JOBS = "tests.sources.worker_jobs"
PATIENCE_S = 20


async def test_a_job_gives_its_result() -> None:
    async with Worker(f"{JOBS}:double") as worker:
        assert await worker.run(21) == 42


async def test_many_callers_get_their_own_answers() -> None:
    async with Worker(f"{JOBS}:double", processes=2, deadline_s=PATIENCE_S) as worker:
        assert await asyncio.gather(*map(worker.run, range(40))) == [2 * number for number in range(40)]


async def test_the_same_warm_child_serves_job_after_job() -> None:
    async with Worker(f"{JOBS}:own_pid") as worker:
        assert len({await worker.run(None) for _ in range(5)}) == 1


async def test_a_child_leaves_the_processor_to_who_answers_people() -> None:
    async with Worker(f"{JOBS}:own_pid") as worker:
        child = await worker.run(None)
        assert os.getpriority(os.PRIO_PROCESS, child) > os.getpriority(os.PRIO_PROCESS, os.getpid())


async def test_arguments_and_results_may_be_larger_than_any_pipe() -> None:
    async with Worker(f"{JOBS}:measure", deadline_s=PATIENCE_S) as worker:
        assert await worker.run("x" * 5_000_000) == 5_000_000
    async with Worker(f"{JOBS}:repeat", deadline_s=PATIENCE_S) as worker:
        assert len(await worker.run(100_000)) == 100_000


async def test_what_a_library_prints_does_not_stand_between_answers() -> None:
    async with Worker(f"{JOBS}:talk") as worker:
        assert [await worker.run(word) for word in ("one", "two")] == ["one", "two"]


async def test_a_parse_error_comes_back_with_its_hint() -> None:
    async with Worker(f"{JOBS}:obey") as worker:
        with pytest.raises(ParseError, match="no feed at all") as caught:
            await worker.run("refuse")
        assert caught.value.hint == "html"


@pytest.mark.parametrize("order", ["crash", "eat", "fail", "exit"])
async def test_a_job_that_ends_its_process_is_an_error_and_the_next_job_works(
    order: str, capfd: pytest.CaptureFixture[str]
) -> None:
    async with Worker(f"{JOBS}:obey") as worker:
        with pytest.raises(ParseError) as caught:
            await worker.run(order)
        assert caught.value.hint == "killed"
        assert await worker.run("well") == "well"
    assert ("Error" in capfd.readouterr().err) == (order in {"eat", "fail"})  # the reason stands on stderr


async def test_a_hanging_job_is_killed_at_its_deadline_and_the_next_ones_work() -> None:
    async with Worker(f"{JOBS}:obey", deadline_s=0.3) as worker:
        for _ in range(3):
            with pytest.raises(ParseError, match=r"stopped after 0\.3 seconds") as caught:
                await worker.run("hang")
            assert caught.value.hint == "killed"
            assert await worker.run("well") == "well"


async def test_a_cancelled_caller_leaves_no_answer_for_the_next_one(tmp_path: Path) -> None:
    fifo = tmp_path / "begun"
    os.mkfifo(fifo)
    async with Worker(f"{JOBS}:hang_once", deadline_s=PATIENCE_S) as worker:
        hanging = asyncio.create_task(worker.run(fifo))
        hung = await asyncio.to_thread(fifo.read_text)
        hanging.cancel()
        with pytest.raises(asyncio.CancelledError):
            await hanging
        assert await worker.run(None) != int(hung)


async def test_callers_cancelled_at_any_moment_mix_up_nothing() -> None:
    async with Worker(f"{JOBS}:double", deadline_s=PATIENCE_S) as worker:
        for number in range(12):
            task = asyncio.create_task(worker.run(-1))
            for _ in range(number):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        assert [await worker.run(number) for number in range(5)] == [0, 2, 4, 6, 8]


async def test_ctrl_c_in_the_terminal_is_the_parents_matter() -> None:
    async with Worker(f"{JOBS}:own_pid") as worker:
        child = await worker.run(None)
        os.kill(child, signal.SIGINT)
        assert await worker.run(None) == child


async def test_a_child_that_died_between_jobs_is_nobodys_failure() -> None:
    async with Worker(f"{JOBS}:own_pid") as worker:
        child = await worker.run(None)
        gone = os.pidfd_open(child)
        os.kill(child, signal.SIGKILL)
        await asyncio.to_thread(select.select, [gone], [], [], PATIENCE_S)
        os.close(gone)
        assert await worker.run(None) != child


async def test_closing_ends_every_child() -> None:
    async with Worker(f"{JOBS}:own_pid") as worker:
        child = await worker.run(None)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


async def test_closing_in_the_middle_of_a_job_blames_no_document(tmp_path: Path) -> None:
    fifo = tmp_path / "begun"
    os.mkfifo(fifo)
    async with Worker(f"{JOBS}:hang_once", deadline_s=PATIENCE_S) as worker:
        hanging = asyncio.create_task(worker.run(fifo))
        await asyncio.to_thread(fifo.read_text)
    with pytest.raises(RuntimeError, match="closed"):  # no ParseError: it was not the document's fault
        await hanging
    with pytest.raises(RuntimeError, match="closed"):
        await worker.run(None)


ORPHANING = """
import asyncio, os, sys
from pathlib import Path
from digests.sources.worker import Worker

async def main():
    async with Worker("tests.sources.worker_jobs:hang_once", deadline_s=0.1 if sys.argv[2:] else 20) as worker:
        print(await worker.run(None), flush=True)
        if sys.argv[2:]:
            asyncio.create_task(worker.run(Path(sys.argv[2])))
            await asyncio.to_thread(Path(sys.argv[2]).read_text)
        os._exit(0)

sys.path.insert(0, sys.argv[1])
asyncio.run(main())
"""


@pytest.mark.parametrize("is_busy", [False, True], ids=["idle", "busy"])
def test_children_end_with_a_parent_that_vanishes(tmp_path: Path, *, is_busy: bool) -> None:
    fifo = tmp_path / "begun"
    os.mkfifo(fifo)
    root = Path(__file__).parents[2]
    script = ORPHANING.replace(
        "import asyncio, os, sys\n", f"import asyncio, os, sys\nsys.path.insert(0, {str(root)!r})\n"
    )
    command = [sys.executable, "-c", script, str(root), *([str(fifo)] if is_busy else [])]
    # The children hold its stderr: `run` reads that to its end, so it returns when the last of them is gone, or raises.
    subprocess.run(command, capture_output=True, timeout=PATIENCE_S, check=True)


async def test_a_job_that_no_child_can_find_is_the_programs_fault(capfd: pytest.CaptureFixture[str]) -> None:
    async with Worker("tests.sources.no_such_module:job") as worker:
        with pytest.raises(RuntimeError, match="did not start"):
            await worker.run(None)
    assert "no_such_module" in capfd.readouterr().err
