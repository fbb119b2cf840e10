"""A trace as people read it: overview, one claim, two texts side by side, the graph of who has it from whom."""
