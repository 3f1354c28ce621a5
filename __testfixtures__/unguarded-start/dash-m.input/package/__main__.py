"""`python -m package`: children of any start method leave a __main__.py alone."""
from package.jobs import run

print(run())
