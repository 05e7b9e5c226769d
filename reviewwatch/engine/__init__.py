"""The daemon: one tick that asks the store what is due and calls flow functions with plain arguments.

`local` holds the tick, `office` what is open for a config, `workers` the threads, `bounds` what ends a pull early,
`clockwork` the scheduler, `service` a process's life from start to signal, `status` how all of it stands.
"""
