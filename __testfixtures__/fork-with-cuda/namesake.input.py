import multiprocessing as mp


class Gpu:
    def cuda(self):
        return "cuda"


def work(n):
    return Gpu().cuda() * n


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
