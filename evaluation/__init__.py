"""Measures on recorded or labelled data that is not in the repository: `python3 dev.py eval NAME …`."""

import os

# A sum that threads share comes out a little otherwise with each number of them, and training must give the same bytes.
# It is read when numpy is loaded, which the modules of this package do.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", VECLIB_MAXIMUM_THREADS="1")
