import multiprocessing as mp


class Grid:
    def __init__(self, size):
        self.size = size
        self.ctx = mp.get_context("spawn")

    def row(self, y):
        return [x * y for x in range(self.size)]

    def rows(self):
        pool = self.ctx.Pool(2)
        try:
            rows = pool.starmap(row, [(self.size, y) for y in range(self.size)])
            print(len(mp.active_children()), "workers")
            return rows
        except KeyboardInterrupt:
            print("stopped")


def row(size, y):
    return [x * y for x in range(size)]


def main():
    print(Grid(3).rows())
    pool = mp.get_context("spawn").Pool(1)
    print(pool.apply(row, (2, 3)))


if __name__ == "__main__":
    main()
