"""What a person sees of a review and how they answer: rendering, keys, editor, clipboard. No SQL, no decisions."""
