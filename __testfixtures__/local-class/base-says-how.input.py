from multiprocessing import Pool


def make(n):
    return n


class Base:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return make, (self.n,)


def show(task):
    return task


def main():
    class Task(Base):
        pass

    with Pool(1) as pool:
        print(pool.map(show, [Task(3)]))


if __name__ == "__main__":
    main()
