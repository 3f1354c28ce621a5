from concurrent.futures import ThreadPoolExecutor

from loky import get_reusable_executor

print("squares:")


def square(n):
    return n * n


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as executor:
        print(list(executor.map(square, range(4))))
    print(list(get_reusable_executor(2).map(square, range(4))))
