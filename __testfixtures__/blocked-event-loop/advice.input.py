import asyncio
from multiprocessing import Pool


def square(x):
    return x * x


async def main():
    with Pool(1) as pool:
        loop = asyncio.get_running_loop()
        print(await loop.run_in_executor(pool, square, 3))


if __name__ == "__main__":
    asyncio.run(main())
