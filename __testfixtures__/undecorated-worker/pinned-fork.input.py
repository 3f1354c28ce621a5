from multiprocessing import get_context


def timed(func):
    def inner(*args):
        return func(*args)

    return inner


@timed
def square(number):
    print(number * number)


if __name__ == "__main__":
    process = get_context("fork").Process(target=square, args=(3,))
    process.start()
    process.join()
