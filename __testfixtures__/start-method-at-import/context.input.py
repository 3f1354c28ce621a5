import multiprocessing as mp

ctx = mp.get_context("spawn")
mp.set_forkserver_preload(["json"])


def work(n):
    return n + 1


if __name__ == "__main__":
    with ctx.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
