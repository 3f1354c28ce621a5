import asyncio
import multiprocessing.dummy
import multiprocessing.pool
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.dummy import Pool as Workers
from multiprocessing.pool import ThreadPool


async def waits(loop):
    with ThreadPoolExecutor() as executor:
        await loop.run_in_executor(executor, lambda: 1)
    await loop.run_in_executor(None, lambda: 2)


if __name__ == "__main__":
    with ThreadPool(2) as pool:
        print(pool.map(lambda x: x + 1, [1]))
    with multiprocessing.pool.ThreadPool(2) as pool:
        print(pool.apply(lambda: 1))
    with Workers(2) as pool:
        print(pool.map(lambda x: x + 2, [1]))
    with ThreadPoolExecutor(2, initializer=lambda: None) as executor:
        print(executor.submit(lambda: 3).result(), list(executor.map(lambda x: x, [1])))
    process = multiprocessing.dummy.Process(target=lambda: print("thread"))
    process.start()
    process.join()
    thread = threading.Thread(target=lambda: print("thread"))
    thread.start()
    thread.join()
    loop = asyncio.new_event_loop()
    loop.run_until_complete(waits(loop))
    loop.close()
