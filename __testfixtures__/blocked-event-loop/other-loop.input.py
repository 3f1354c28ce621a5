import trio
from concurrent.futures import ProcessPoolExecutor


async def main():
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(abs, -3).result())


if __name__ == "__main__":
    trio.run(main)
