import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main(n):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1) as executor:
        print(await loop.run_in_executor(executor, lambda: sum(range(n))))
        print(await loop.run_in_executor(executor, lambda: pow(n, 2)))
        print(await loop.run_in_executor(None, lambda: n))


if __name__ == "__main__":
    asyncio.run(main(10))
