from multiprocessing import Pool


def multiples(count, factor):
    for i in range(count):
        yield i * factor


async def fetch(count):
    return count


def run(factor):
    with Pool(2) as pool:
        print(pool.map(lambda count: multiples(count, factor), [2]))
        print(pool.map(lambda count: fetch(count), [2]))


if __name__ == "__main__":
    run(2)
