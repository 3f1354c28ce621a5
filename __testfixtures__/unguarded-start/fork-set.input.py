import multiprocessing

multiprocessing.set_start_method("fork")


def square(number):
    return number * number


with multiprocessing.Pool(2) as pool:
    print(pool.map(square, range(3)))
