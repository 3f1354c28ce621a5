import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


def cook(dish):
    time.sleep(0.5)
    return f"one {dish}"


async def greet(guests, served):
    for guest in guests:
        await asyncio.sleep(0.1)
        print("come in,", guest, "(late)" if served.is_set() else "(in time)")


async def main():
    served = asyncio.Event()
    door = asyncio.create_task(greet(["Ada", "Bob"], served))
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(cook, "soup").result())
    served.set()
    await door


if __name__ == "__main__":
    asyncio.run(main())
