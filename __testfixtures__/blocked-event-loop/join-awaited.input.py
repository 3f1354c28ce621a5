import asyncio
from multiprocessing import Process


def work():
    print("at work")


async def main():
    loop = asyncio.get_running_loop()
    process = Process(target=work)
    process.start()
    await loop.run_in_executor(None, process.join)
    process.join()


async def in_thread():
    process = Process(target=work)
    process.start()
    await asyncio.to_thread(process.join)
    process.join()


async def at_once():
    process = Process(target=work)
    process.start()
    process.join()


if __name__ == "__main__":
    asyncio.run(main())
    asyncio.run(at_once())
