"""What ties claims to the world: time and place."""
