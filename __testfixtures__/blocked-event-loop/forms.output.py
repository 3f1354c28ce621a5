import asyncio as aio
from concurrent import futures
from time import sleep


def slow_sum(*numbers):
    sleep(0.5)
    return [sum(numbers)]


class Adder:
    def __init__(self):
        self.executor = futures.ProcessPoolExecutor(max_workers=1)
        self.ticks = 0

    async def tick(self):
        while True:
            self.ticks += 1
            await aio.sleep(0.05)

    async def add(self, *numbers):
        first = (await aio.get_running_loop().run_in_executor(
            self.executor,
            slow_sum,
            # All of them.
            *numbers,
        ))[0]
        future = self.executor.submit(slow_sum, first, 1)
        return await aio.wrap_future(future)


async def main():
    adder = Adder()
    ticker = aio.ensure_future(adder.tick())
    print(await adder.add(1, 2, 3), adder.ticks > 8)
    ticker.cancel()
    adder.executor.shutdown()


if __name__ == "__main__":
    aio.run(main())
