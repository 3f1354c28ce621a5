import windows  # isort: skip
import multiprocessing as mp


def square(n):
    return n * n


if __name__ == "__main__":
    context = mp.get_context("fork")
    with context.Pool(2) as pool:
        print(pool.map(square, range(4)))
