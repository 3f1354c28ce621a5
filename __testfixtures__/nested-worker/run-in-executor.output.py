import asyncio
import concurrent.futures


def crunch(step, number):
    return sum(range(0, number, step))


async def gather(numbers, step):
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor(2) as executor:
        tasks = [loop.run_in_executor(executor, crunch, step, n) for n in numbers]
        return await asyncio.gather(*tasks)


if __name__ == "__main__":
    print(asyncio.run(gather([10, 20], 5)))
