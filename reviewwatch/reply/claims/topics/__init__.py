"""What the facts of a business are about, and what reviews call it."""
