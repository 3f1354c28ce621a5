import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

context = get_context("fork")


def square(number):
    return number * number


with context.Pool(2) as pool:
    print(pool.map(square, range(3)))
with ProcessPoolExecutor(2, mp_context=context) as executor:
    print(list(executor.map(square, range(3))))
process = multiprocessing.get_context("fork").Process(target=square, args=(1,))
process.start()
process.join()
