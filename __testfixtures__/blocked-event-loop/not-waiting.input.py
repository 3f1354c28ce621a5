import asyncio
import multiprocessing as mp
import queue
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def square(x):
    return x * x


async def awaited(executor: ProcessPoolExecutor, pool: mp.Pool, xs):
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(executor, square, 3))
    print(await asyncio.gather(*(loop.run_in_executor(executor, square, x) for x in xs)))
    print(await asyncio.to_thread(pool.map, square, xs))
    future = executor.submit(square, 3)
    print(await asyncio.wrap_future(future), future.result())
    results = executor.map(square, xs)
    pool.apply_async(square, (3,))
    return results


async def in_thread(pool: mp.Pool, xs):
    def run():
        return pool.map(square, xs)

    return await asyncio.to_thread(run), await asyncio.to_thread(lambda: pool.map(square, xs))


async def asks(executor: ProcessPoolExecutor):
    process = mp.Process(target=square, args=(1,))
    process.start()
    while process.is_alive():
        await asyncio.sleep(0.1)
    process.join()
    future = executor.submit(square, 3)
    while not future.done():
        await asyncio.sleep(0.1)
    return future.result()


async def limited(tasks: mp.Queue, pool: mp.Pool):
    return tasks.get(timeout=0.01), tasks.get(False), pool.apply_async(square, (3,)).get(1)


async def other_queues(items: asyncio.Queue, threads: ThreadPoolExecutor):
    print(await items.get(), queue.Queue().get(), threads.submit(square, 3).result())
    return {}.get("a"), ", ".join([])


def plain(pool: mp.Pool, xs):
    return pool.map(square, xs)
