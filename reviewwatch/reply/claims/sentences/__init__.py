"""A sentence as the readers see it: its clauses, what it names, and what makes it no statement."""
