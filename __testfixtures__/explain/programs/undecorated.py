from multiprocessing import Pool


def logged(function):
    def wrapper(*args):
        print("calling", function.__name__)
        return function(*args)

    return wrapper


@logged
def work(x):
    return x * x


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [1, 2]))
