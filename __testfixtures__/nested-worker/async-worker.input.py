from multiprocessing import Pool


def main(xs, n):
    async def repeat(x):
        return [x] * n

    with Pool(2) as pool:
        return pool.map(repeat, xs)


if __name__ == "__main__":
    print(main([1], 2))
