"""Text reuse: which reports share words, and which stretches were taken over."""
