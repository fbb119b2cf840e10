"""Learning: the weights of the second opinion, fitted on gold."""
