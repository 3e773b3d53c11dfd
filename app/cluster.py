"""Reading on a cluster: a Dask scheduler hands the chunks to workers on any number of machines.

Dask reads the chunks of a worker that has died on another one, three times, before it gives them up.
"""

from concurrent.futures import Executor, Future
from typing import Any, Final, cast

from ..ontology.errors import WorkerError
from .workers import Workers

_CHUNK: Final = 25
"""Files of one task, which costs Dask some 15 ms."""


def cluster(address: str) -> Workers:
    """Read on the workers of the Dask scheduler at an address such as `tcp://10.0.0.1:8786`.

    They have to see the files under the same paths. WorkerError where Dask is not installed; when the reading starts,
    where nobody answers.
    """
    try:
        from distributed import Client, cfexecutor
    except ImportError as error:
        remedy = "install it with `pip install 'trialgraph[cluster]'`"
        raise WorkerError("reading on a cluster needs Dask", remedy=remedy) from error

    class _Executor(cfexecutor.ClientExecutor):
        """Lets results go as they arrive, so that the death of a worker costs no more; ends with its connection."""

        def _wrap_future(self, future: Any) -> Any:
            wrapped = cast("Future[Any]", super()._wrap_future(future))  # pyright: ignore[reportUnknownMemberType]
            wrapped.add_done_callback(lambda _: future.release())
            return wrapped

        def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
            super().shutdown(wait=wait)
            self._client.close()  # pyright: ignore[reportUnknownMemberType]

    def start() -> Executor:
        try:
            return _Executor(Client(address, set_as_default=False), pure=False)
        except (OSError, ValueError, TypeError) as error:
            remedy = "check the address and that the scheduler runs"
            raise WorkerError("there is no cluster", where=address, remedy=remedy) from error

    return Workers(start, chunk=_CHUNK)
