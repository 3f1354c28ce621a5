from multiprocessing import Pool, Process


def numbers():
    yield print


async def ask():
    return print


def last():
    yield from ()
    return None


if __name__ == "__main__":
    for make in (numbers, last):
        print(next(make(), None))
    with Pool(1) as pool:
        print(pool.map(next(numbers()), [1]))
    Process(target=last())
    Process(target=ask()).close()
