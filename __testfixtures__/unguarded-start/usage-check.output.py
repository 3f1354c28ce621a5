import sys
from multiprocessing import Pool

try:
    import no_such_module_at_all as fast
except ImportError:
    fast = None

if len(sys.argv) > 3:
    print("too many arguments")
    sys.exit(2)

with open(__file__) as this:
    first = this.readline().strip()
assert first


def starts(word):
    return first.startswith(word), fast


if __name__ == "__main__":
    with Pool(2) as pool:
        for result in pool.map(starts, ["import", "from"]):
            print(result)
