import time
from multiprocessing import Pool


def slow(x):
    time.sleep(0.2)
    return x


def start(numbers, done):
    pool = Pool(2)
    # Nobody looks at these results: the callback does.
    for x in numbers:
        if x < 0:
            return
        pool.apply_async(
            slow,
            args=(x,),
            callback=done.append,
        )


def main():
    done = []
    start(range(4), done)
    print("done:", sorted(done))


if __name__ == "__main__":
    main()
