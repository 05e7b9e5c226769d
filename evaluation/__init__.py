"""Measures on labelled data: `python3 dev.py eval NAME …`.

The project's own sets are read where they stand, in `tests/data`; other people's, which are not in the repository, from
a folder that `--data` or `--samples` names.
"""

import os

# A sum that threads share comes out a little otherwise with each number of them, and training must give the same bytes.
# It is read when numpy is loaded, which the modules of this package do.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", VECLIB_MAXIMUM_THREADS="1")
