"""Filling a ledger: inputs read, analysed over processes, and put in as they come."""
