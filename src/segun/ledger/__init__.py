"""The ledger: a file that keeps reports, their claims, and what people decided, for years."""
