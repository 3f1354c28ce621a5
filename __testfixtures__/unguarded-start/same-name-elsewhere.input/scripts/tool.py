"""Python has `select` from the standard library, and `client` from nowhere in this project."""
from client import run
from select import select

run()
select([], [], [], 0)
