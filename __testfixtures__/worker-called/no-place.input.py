from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process
from threading import Lock


def work(*numbers, text=""):
    print(numbers, text)


def set_up(*, text):
    print(text)


def set_down():
    print("down")


def run(arguments):
    Process(target=work(*arguments)).start()
    Process(target=work(1), args=(2,)).start()
    Process(
        target=work(
            1,  # the first
            2,
        )
    ).start()
    Process(**{}, target=work(1)).start()
    Process(target=work(Lock())).start()
    with Pool(1, initializer=set_up(text="a")) as pool, ProcessPoolExecutor() as executor:
        pool.map(work(1), [2])
        executor.submit(work(1), 2)
        executor.submit(fn=work(1))
        pool.map(set_down(), [1])


if __name__ == "__main__":
    run([1, 2])
