"""One polite, bounded HTTP request after another.

Proxies of the environment are passed over: a proxy looks names up by itself, so what it connects to could not be
checked. A total deadline ends even a server that sends a byte at a time, for a timer closes the connection.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from segun.read.fetch.guard import FetchError, addresses
from segun.read.fetch.robots import Robots
from segun.read.limits import MAX_PACKED

REDIRECTS = 5
_AGENT = "segun"
_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_CHUNK = 65_536
_UNSAFE = "%/:=&?~#+!$,;'@()*[]|"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered with."""

    url: str
    """After redirects, without a fragment."""
    status: int
    kind: str
    """The media type in lower case."""
    charset: str | None
    body: bytes
    retrieved: str
    """ISO 8601, UTC."""


@dataclass
class Fetcher:
    """Fetches addresses, one at a time.

    Args:
        timeout: seconds that a server may be silent.
        deadline: seconds that one request may take in all.
        max_bytes: how much a body may have, packed and unpacked.
        pause: seconds between two requests to one host; what robots.txt asks for wins, up to ten.
        allow_private: whether addresses that are not public may be asked.
        robots: whether robots.txt is honoured.
        agent: as what it makes itself known; robots.txt knows it as *segun*.
    """

    timeout: float = 20.0
    deadline: float = 120.0
    max_bytes: int = MAX_PACKED
    pause: float = 1.0
    allow_private: bool = False
    robots: bool = True
    agent: str = _AGENT
    _last: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, Robots] = field(default_factory=dict)

    def get(self, url: str) -> Fetched:
        """Fetch an address.

        Raises:
            FetchError: it must not be fetched, cannot be, or is too large, too slow, or not there.
        """
        for _ in range(REDIRECTS + 1):
            parts = _parted(url)
            if self.robots:
                self._ask(parts)
            answer = self._request(parts)
            if isinstance(answer, Fetched):
                return answer
            url = urljoin(url, answer)
        raise FetchError(f"It redirects more than {REDIRECTS} times.", "Name the page that it leads to.")

    def _ask(self, parts: SplitResult) -> None:
        """Find out whether robots.txt lets programs have a page.

        Raises:
            FetchError: it does not, or it cannot be had.
        """
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._robots(origin)
        rules = self._rules[origin]
        if not rules.allows(parts.geturl(), _AGENT):
            raise FetchError(
                "The site's robots.txt asks programs to leave it alone.", "Save the page yourself, or --ignore-robots."
            )

    def _robots(self, origin: str) -> Robots:
        url = f"{origin}/robots.txt"
        for _ in range(REDIRECTS + 1):
            try:
                answer = self._request(_parted(url))
            except HttpError as error:
                return Robots.all() if 400 <= error.status < 500 and error.status not in _BUSY else Robots.nothing()
            if isinstance(answer, Fetched):
                return Robots.of(answer.body)
            url = urljoin(url, answer)
        return Robots.all()

    def _request(self, parts: SplitResult) -> Fetched | str:
        """Return what lies at an address, or where it redirects to.

        Raises:
            FetchError: neither.
        """
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._wait(parts)
        found = addresses(host, port, allow_private=self.allow_private)
        connection = _Connection(host, port, found, secure=parts.scheme == "https", timeout=self.timeout)
        until = time.monotonic() + self.deadline
        watch = threading.Timer(self.deadline, connection.cut)
        watch.daemon = True
        watch.start()
        try:
            target = quote(parts.path or "/", safe=_UNSAFE) + (
                f"?{quote(parts.query, safe=_UNSAFE)}" if parts.query else ""
            )
            headers = {
                "User-Agent": self.agent,
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5",
                "Accept-Encoding": "gzip",
                "Connection": "close",
            }
            connection.request("GET", target, headers=headers)
            answer = self._answer(connection.getresponse(), parts)
            connection.check()
        except FetchError:
            raise
        except (OSError, http.client.HTTPException, ValueError, AttributeError) as error:
            # AttributeError: http.client's, where the timer closed the connection under it
            if time.monotonic() >= until:
                raise FetchError(f"It took longer than {self.deadline:g} seconds.", "Try again later.") from error
            raise FetchError(
                f"The server cannot be read: {_reason(error)}.", "Check the address; try again."
            ) from error
        else:
            return answer
        finally:
            watch.cancel()
            connection.close()
            self._last[host] = time.monotonic()

    def _answer(self, response: http.client.HTTPResponse, parts: SplitResult) -> Fetched | str:
        moved = response.getheader("Location")
        if response.status in _MOVED and moved:
            return moved
        if response.status in _BUSY:
            raise HttpError(response.status, "The server asks to wait.", "Try again later.")
        if not 200 <= response.status < 300:
            raise HttpError(response.status, f"The server answered {response.status}.", "Check the address.")
        body = self._body(response)
        return Fetched(
            url=parts._replace(fragment="").geturl(),
            status=response.status,
            kind=response.headers.get_content_type().lower(),
            charset=response.headers.get_content_charset(),
            body=body,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        packing = (response.getheader("Content-Encoding") or "").strip().lower()
        if packing not in {"", "identity", "gzip", "x-gzip"}:
            raise FetchError(f"The page is packed with {packing[:20]}.", "Save it yourself and name the file.")
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in packing else None
        pieces, size = [], 0
        while chunk := response.read1(_CHUNK):
            if unpack is not None:
                try:
                    chunk = unpack.decompress(chunk, self.max_bytes - size + 1)
                except zlib.error as error:
                    raise FetchError("The page is packed and broken.", "Try again.") from error
            size += len(chunk)
            if size > self.max_bytes or (unpack is not None and unpack.unconsumed_tail):
                raise FetchError(f"It is larger than {self.max_bytes / 1e6:g} MB.", "Save what you need of it.")
            pieces.append(chunk)
        if response.length or (unpack is not None and not unpack.eof):
            raise FetchError("The server broke off before the end.", "Try again.")
        return b"".join(pieces)

    def _wait(self, parts: SplitResult) -> None:
        """Wait until a host may be asked again."""
        host = parts.hostname or ""
        rules = self._rules.get(f"{parts.scheme}://{parts.netloc}")
        pause = max(self.pause, rules.pause(_AGENT)) if rules else self.pause
        if host in self._last:
            time.sleep(max(0.0, self._last[host] + pause - time.monotonic()))


class HttpError(FetchError):
    """A server's refusal.

    Args:
        status: its number.
    """

    def __init__(self, status: int, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.args = (status, problem, remedy)
        self.status = status


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked, in the name of the host that was asked for."""

    def __init__(self, host: str, port: int, found: list[tuple[int, str]], *, secure: bool, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._found = found
        self._secure = secure
        if secure:
            self.default_port = 443  # what the Host field leaves out
        self.is_cut = False
        self._live: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first machine that answers."""
        self.sock = self._live = self._first()
        if self.is_cut:
            raise TimeoutError("too late")
        if self._secure:
            self.sock = self._live = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End it at once, from another thread."""
        self.is_cut = True
        if self._live is not None:  # http.client lets go of `sock` before the body is read
            try:
                self._live.shutdown(socket.SHUT_RDWR)
            except OSError:
                self._live.close()

    def check(self) -> None:
        """Find out whether what was read is whole.

        Raises:
            TimeoutError: the connection was ended from another thread.
        """
        if self.is_cut:
            raise TimeoutError("too late")

    def _first(self) -> socket.socket:
        failed: OSError | None = None
        for family, address in self._found[:4]:
            made = socket.socket(family, socket.SOCK_STREAM)
            made.settimeout(self.timeout)
            try:
                made.connect((address, self.port))
            except OSError as error:
                made.close()
                failed = error
            else:
                return made
        raise failed or OSError("no address")


def _parted(url: str) -> SplitResult:
    """Take an address apart.

    Raises:
        FetchError: it is none that segun fetches.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError("This is no address.", "Write it as https://example.org/page.") from error
    if parts.scheme not in {"http", "https"}:
        raise FetchError(f"segun does not fetch {parts.scheme}: addresses.", "Name one that begins with https://.")
    if parts.username is not None or parts.password is not None:
        raise FetchError("The address holds a name or password.", "Save the page yourself and name the file.")
    if not host or any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        raise FetchError("This is no address.", "Write it as https://example.org/page.")
    return parts


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold ({error.verify_message})"
    if isinstance(error, TimeoutError):
        return "it does not answer"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)
