"""The people of the desk: accounts, passwords, sessions, roles, limits, audit."""
