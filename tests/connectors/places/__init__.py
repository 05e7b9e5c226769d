"""A stand-in for each place, one module a connector, named as its entry point; the contract runs over all of them."""
