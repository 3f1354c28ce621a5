import asyncio
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


def put(queue):
    queue.put(1)


async def with_pool(xs):
    with mp.Pool(2) as pool:
        result = pool.apply_async(square, (3,))
        print(pool.starmap(square, [(x,) for x in xs]), result.get())
        print(pool.map_async(square, xs).get(), [y for y in pool.imap(square, xs)])


async def with_executor(xs):
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, xs)))
        for y in executor.map(square, xs):
            print(y)


async def with_process():
    queue = mp.Queue()
    process = mp.Process(target=put, args=(queue,))
    process.start()
    print(queue.get())
    process.join()


if __name__ == "__main__":
    asyncio.run(with_pool([1, 2]))
    asyncio.run(with_executor([1, 2]))
    asyncio.run(with_process())
