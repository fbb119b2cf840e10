"""Who does the work: this process, some beside it, or a cluster's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar, cast

from segun.errors import SegunError

P = ParamSpec("P")
T = TypeVar("T")


class Here(Executor):
    """Does each task in this process when it is handed in."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it and return its result."""
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
            done.set_exception(error)
        return done


@dataclass(frozen=True, slots=True)
class Workers:
    """Where tasks run."""

    processes: int = 1
    scheduler: str | None = None
    """The address of a Dask scheduler, such as ``tcp://10.0.0.5:8786``; needs the extra ``dask``."""

    def executor(self) -> Executor:
        """Return a new executor.

        Raises:
            SegunError: Dask is not installed, or no scheduler answers at the address.
        """
        if self.scheduler is not None:
            return _dask(self.scheduler)
        if self.processes <= 1:
            return Here()
        return ProcessPoolExecutor(self.processes, mp_context=get_context("spawn"))


def _dask(address: str) -> Executor:
    try:
        from dask import distributed
    except ImportError as missing:
        raise SegunError("Dask is not installed.", "pip install 'segun[dask]'") from missing
    try:
        client: Any = cast("Any", distributed).Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise SegunError(
            f"No Dask scheduler answers at {address}.", "Start one with `dask scheduler`, or correct the address."
        ) from error
    found: Executor = client.get_executor(retries=3)
    return found
