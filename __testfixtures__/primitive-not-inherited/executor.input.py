import multiprocessing
from concurrent.futures import ProcessPoolExecutor

array = None


def init():
    """Nothing to do yet."""


def work(index):
    array[index] = index * index


def main():
    global array
    array = multiprocessing.Array("i", 4)
    with ProcessPoolExecutor(max_workers=2, initializer=init) as executor:
        for future in [executor.submit(work, i) for i in range(4)]:
            future.result()
    print(list(array))


if __name__ == "__main__":
    main()
