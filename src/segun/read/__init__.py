"""Bytes to reports: text, HTML, PDF, DOCX, JSONL, e-mail, WARC and feeds, told apart by their content.

Importing it is cheap; the libraries that read a format are imported with the first input that needs them.
"""

from __future__ import annotations

from segun.read.credits import Found, find_credits
from segun.read.reader import Fetch, Overrides, read

__all__ = ["Fetch", "Found", "Overrides", "find_credits", "read"]
