import asyncio
import multiprocessing as mp


async def main():
    with mp.Pool(2) as pool:
        print(pool.map(abs, [-1]))


if __name__ == "__main__":
    asyncio.run(main())
