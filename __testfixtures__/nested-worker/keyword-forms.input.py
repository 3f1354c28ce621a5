import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def run(tag):
    def show(n, end):
        print(tag, n, end=end, flush=True)

    def label(n):
        return tag + str(n)

    ctx = multiprocessing.get_context("spawn")
    p = ctx.Process(target=show, args=[1], kwargs={"end": "!\n"})
    p.start()
    p.join()
    assert p.exitcode == 0
    q = ctx.Process(None, show, "second", (2, "?\n"))
    q.start()
    q.join()
    assert q.exitcode == 0
    with ctx.Pool(2) as pool:
        print(pool.apply(func=label, args=(3,)))
        print(pool.apply_async(label, kwds={"n": 4}).get(10))
        print(pool.starmap(func=label, iterable=[(5,)]))
    with ProcessPoolExecutor(2) as executor:
        print(executor.submit(label, n=6).result())


if __name__ == "__main__":
    run("t")
