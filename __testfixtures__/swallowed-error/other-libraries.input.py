import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def square(x):
    return x * x


class Squares:
    def apply_async(self, function, args):
        print(function(*args))

    def map(self, function, values):
        print([function(value) for value in values])


async def serve():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as executor:
        # asyncio logs an exception that nobody asks for.
        loop.run_in_executor(executor, square, 2)


def main():
    Squares().apply_async(square, (2,))
    Squares().map(square, [1, 2])
    with ThreadPoolExecutor() as threads:
        threads.submit(square, 2)
    asyncio.run(serve())


if __name__ == "__main__":
    main()
