"""How often something may be done: sliding windows in memory, one for each key."""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable

from segun.serve.people.errors import TooOftenError
from segun.tongue import gettext as _

Clock = Callable[[], float]
KEYS = 20_000
"""Keys that are remembered; beyond them the one that was quiet longest goes."""


class Window:
    """Lets something be done so many times within so many seconds.

    Args:
        most: how many times.
        seconds: the window's length.
        what: for the error, such as *Logins with this name*.
        clock: seconds that only grow.
    """

    def __init__(self, most: int, seconds: float, what: str, clock: Clock = time.monotonic) -> None:
        self.most = most
        self.seconds = seconds
        self.what = what
        self._clock = clock
        self._lock = threading.Lock()
        self._times: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def take(self, key: Hashable) -> None:
        """Count one more time, before it is done; what is refused does not count.

        Raises:
            TooOftenError: the window is full.
        """
        now = self._clock()
        with self._lock:
            times = self._times.setdefault(key, deque())
            self._times.move_to_end(key)
            while times and times[0] <= now - self.seconds:
                times.popleft()
            if len(times) >= self.most:
                raise TooOftenError(
                    _("%(what)s: more than %(most)s.", what=_(self.what), most=self.most), times[0] + self.seconds - now
                )
            times.append(now)
            if len(self._times) > KEYS:
                self._times.popitem(last=False)

    def forget(self, key: Hashable) -> None:
        """Begin anew for a key."""
        with self._lock:
            self._times.pop(key, None)


def network(address: str) -> str:
    """Return what one household or machine has of an address: all of IPv4, the first 64 bits of IPv6."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if parsed.version == 6 and parsed.ipv4_mapped is None:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed.ipv4_mapped if parsed.version == 6 else parsed)
