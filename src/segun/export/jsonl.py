"""One JSON object per analysed report, as ``segun report --json`` prints it. Drops nothing of an analysis."""

from __future__ import annotations

import json
import re
from typing import Any

from segun.model import Analysis
from segun.objects import from_object, to_object

__all__ = ["dumps", "from_object", "json_line", "to_object"]

_SPLITS_LINES = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dumps(analysis: Analysis) -> str:
    """Return the analysis as one line of JSON without its line end, safe to encode as UTF-8.

    Characters at which some readers break lines, and lone surrogates, are escaped.
    """
    return json_line(to_object(analysis))


def json_line(data: Any) -> str:
    """Return data as one line of JSON, escaped as :func:`dumps` does.

    Raises:
        ValueError: a number in it is not finite.
    """
    line = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _SPLITS_LINES.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
