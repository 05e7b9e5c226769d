"""`python -m reviewwatch` is the command `reviewwatch`."""

from reviewwatch.cli.main import main

main()
