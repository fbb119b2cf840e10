"""What a claim says and how: propositions, polarity, factuality, speech acts, conditions, quantities."""
