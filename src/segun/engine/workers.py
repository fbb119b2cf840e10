"""Who does the work: this process, some beside it, or a cluster's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from socket import create_connection
from typing import Any, ParamSpec, TypeVar, cast
from urllib.parse import urlsplit

from segun.errors import SegunError

_PATIENCE = 10.0
"""Seconds in which a scheduler must answer."""
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


class Cluster(Executor):
    """Hands tasks to the workers of a Dask scheduler, as long as it is not shut down.

    Args:
        client: connected to the scheduler.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(retries=3)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand a task in."""
        return self._executor.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the scheduler."""
        del cancel_futures  # Dask's executor cancels what has not begun in any case where it does not wait
        self._executor.shutdown(wait=wait)
        self._client.close()


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
        place = urlsplit(address)
        create_connection(
            (place.hostname or "", place.port or 0), _PATIENCE
        ).close()  # Dask's own failure is a traceback
        client: Any = cast("Any", distributed).Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise SegunError(
            f"No Dask scheduler answers at {address}.", "Start one with `dask scheduler`, or correct the address."
        ) from error
    return Cluster(client)
