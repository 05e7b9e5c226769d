"""The only room that joins the stages: pull, decide, post. Commands and the daemon call it with plain arguments."""
