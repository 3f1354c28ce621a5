"""What calling a decorated function does is its decorator's affair: here it only makes a note."""
from multiprocessing import Pool

NOTES = []


def later(function):
    def note():
        NOTES.append(function)

    return note


@later
def every_hour():
    with Pool(2) as pool:
        print(pool.map(abs, [-1]))
