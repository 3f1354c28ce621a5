import asyncio
import threading
from concurrent.futures import ProcessPoolExecutor

LOCK = threading.Lock()


def square(x, power=2):
    return x**power


async def main(executor: ProcessPoolExecutor):
    with LOCK:
        print(executor.submit(square, 3).result())
    print(executor.submit(square, 3, power=3).result())
    print([executor.submit(square, x).result() for x in (1, 2)])
    print(f"{executor.submit(square, 3).result()} is the square")
    print(ProcessPoolExecutor(1).submit(square, 3).result())
    print(
        executor.submit(square, 3)
        # Waits.
        .result()
    )

    class Answer:
        value = executor.submit(square, 3).result()

    return Answer


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as shared:
        asyncio.run(main(shared))
