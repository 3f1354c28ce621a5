import asyncio
import threading
from concurrent.futures import ProcessPoolExecutor

LOCK = threading.Lock()


async def main(executor: ProcessPoolExecutor):
    LOCK.acquire()
    try:
        print(executor.submit(abs, -1).result())
    finally:
        LOCK.release()


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        asyncio.run(main(executor))
