import time
from concurrent.futures import ProcessPoolExecutor

import asyncio


def slow_square(x):
    time.sleep(0.3)
    return x * x


async def main():
    sleeper = asyncio.ensure_future(asyncio.sleep(0))
    sleeper.add_done_callback(lambda _: print("another ran"))
    with ProcessPoolExecutor(2) as executor:
        first = executor.submit(slow_square, 2)
        second = executor.submit(slow_square, 3)
        print(first.result() + second.result())
    await sleeper


if __name__ == "__main__":
    asyncio.run(main())
