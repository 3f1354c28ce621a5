from multiprocessing import Pool, get_context


def square(x):
    return x * x


def several_arguments(pairs):
    with Pool(2) as pool:
        return pool.starmap(pow, pairs)


def keywords(x):
    with Pool(2) as pool:
        return pool.apply(square, kwds={"x": x})


def arguments_of_a_list(arguments):
    with Pool(2) as pool:
        return pool.apply(square, arguments)


def starred(arguments):
    with Pool(2) as pool:
        return pool.map(*arguments)


def short_lived_workers(numbers):
    with Pool(2, maxtasksperchild=1) as pool:
        return pool.map(square, numbers)


def of_a_context(numbers):
    with get_context("spawn").Pool(2) as pool:
        return pool.map(square, numbers)


def with_another(numbers, name):
    with Pool(2) as pool, open(name) as file:
        print(file.read(), pool.map(square, numbers))


def without_with(numbers):
    pool = Pool(2)
    print(pool.map(square, numbers))
    pool.close()
    pool.join()


def closed_in_the_block(numbers):
    with Pool(2) as pool:
        print(pool.map(square, numbers))
        pool.close()
        pool.join()


def no_chunk(numbers):
    with Pool(2) as pool:
        return pool.map(square, numbers, chunksize=None)


if __name__ == "__main__":
    without_with([1, 2])
