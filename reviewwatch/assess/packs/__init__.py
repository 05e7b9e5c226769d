"""What reviews speak of, as data: one file for each pack of themes, and `cues.toml` for what is said in every trade."""
