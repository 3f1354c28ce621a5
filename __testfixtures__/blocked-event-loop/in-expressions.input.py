import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


def slow_half(x):
    time.sleep(0.25)
    return x // 2


async def halve_all(executor: ProcessPoolExecutor, xs):
    for x in xs:
        if executor.submit(slow_half, x).result() > 0:
            yield executor.submit(slow_half, x).result() * 10


async def tick(ticks):
    while True:
        ticks.append(time.monotonic())
        await asyncio.sleep(0.05)


async def main(executor: ProcessPoolExecutor):
    ticks = []
    ticker = asyncio.create_task(tick(ticks))
    print([y async for y in halve_all(executor, [1, 4])])
    print("others ran meanwhile:", len(ticks) > 5)
    ticker.cancel()


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as shared:
        asyncio.run(main(shared))
