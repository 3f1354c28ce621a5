"""A pathos pool keeps its workers for the next one; `clear` and `close` are for whoever wants them gone."""
from pathos.multiprocessing import ProcessingPool
from pathos.pools import ProcessPool


def main():
    pool = ProcessPool(nodes=2)
    print(pool.map(lambda x: x * x, range(3)))
    other = ProcessingPool(2)
    print(other.map(lambda x: x * x, range(3)))


if __name__ == "__main__":
    main()
