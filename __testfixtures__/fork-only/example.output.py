import multiprocessing as mp


def square(n):
    return n * n


def squares(numbers):
    context = mp.get_context("fork" if "fork" in mp.get_all_start_methods() else None)
    with context.Pool(2) as pool:
        return pool.map(square, numbers)


if __name__ == "__main__":
    print(squares(range(4)))
