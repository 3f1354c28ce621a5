import asyncio
import sys
from concurrent.futures import ProcessPoolExecutor


async def run(executor, number):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(executor, lambda: number)


async def main():
    with ProcessPoolExecutor(1) as executor:
        async with asyncio.TaskGroup() as group:
            group.create_task(run(executor, 1))
            group.create_task(run(executor, 2))


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit()
    asyncio.run(main())
