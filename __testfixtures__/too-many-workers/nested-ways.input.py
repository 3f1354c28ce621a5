import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def show(x):
    print(x)


def start_all(xs):
    for x in xs:
        process = mp.Process(target=show, args=(x,))
        process.start()


def through_another(xs):
    start_all(xs)


def with_executor(xs):
    executor = ProcessPoolExecutor(2)
    try:
        return list(executor.map(abs, xs))
    finally:
        executor.shutdown()


def with_manager():
    with mp.Manager() as manager:
        manager.list()


def main(jobs):
    with mp.Pool(2, initializer=with_manager) as pool:
        pool.map(through_another, jobs)
        pool.apply_async(with_executor, (jobs[0],)).get()
    process = mp.Process(target=with_executor, args=([1],), daemon=True)
    process.start()
    process.join()


if __name__ == "__main__":
    main([[1], [2]])
