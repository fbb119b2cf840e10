"""How much one input may hold. Beyond it the input is refused with the remedy, never cut."""

from __future__ import annotations

MAX_TEXT = 5_000_000
"""Characters that one report's text may have."""
MAX_PLAIN = 20_000_000
"""Bytes that a text or HTML file may have: ``MAX_TEXT`` characters in the widest encoding."""
MAX_PACKED = 50_000_000
"""Bytes that a PDF or DOCX file may have."""
MAX_UNPACKED = 200_000_000
"""Bytes that a DOCX file's parts may have together once unpacked."""
MAX_LINE = 32_000_000
"""Bytes that one line of a JSONL file may have: ``MAX_TEXT`` characters written as escapes. The file has no limit."""
MAX_SIDECAR = 1_000_000
"""Bytes that a sidecar may have."""
HEAD = 65_536
"""Bytes from which the format is told."""
