import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


def slow_square(x):
    time.sleep(0.5)
    return x * x


async def tick(ticks):
    while True:
        ticks.append(time.monotonic())
        await asyncio.sleep(0.05)


async def main():
    ticks = []
    ticker = asyncio.create_task(tick(ticks))
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(slow_square, 3).result())
    print("others ran meanwhile:", len(ticks) > 2)
    ticker.cancel()


if __name__ == "__main__":
    asyncio.run(main())
