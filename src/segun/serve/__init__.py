"""The desk: a web application to read, judge and correct a ledger."""
