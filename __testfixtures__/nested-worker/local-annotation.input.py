from multiprocessing import Pool


def main(xs):
    class Point(int):
        pass

    def work(x: Point) -> int:
        return x + 1

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1]))
