"""The desk: the web application to read, judge and correct a ledger."""
