"""What keeps the desk safe: headers, hosts, sizes, forged requests, failures that are told."""
