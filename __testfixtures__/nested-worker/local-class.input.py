from multiprocessing import Pool


class Jobs:
    def double(x):
        return x * 2

    with Pool(2) as pool:
        results = None


def main(xs):
    class Local:
        @staticmethod
        def work(x):
            return x

    return Local.work(xs)


if __name__ == "__main__":
    print(main([1]))
