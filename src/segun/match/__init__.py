"""Over many reports: which statements say the same, who repeats whom, and how many independent origins each has."""
