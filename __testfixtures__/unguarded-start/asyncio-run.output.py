import asyncio
from concurrent.futures import ProcessPoolExecutor


def heavy(number):
    return sum(range(number))


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as executor:
        jobs = [loop.run_in_executor(executor, heavy, size) for size in (10, 20)]
        print(await asyncio.gather(*jobs))

if __name__ == "__main__":
    asyncio.run(main())
