import time
from multiprocessing import Pool, active_children


def square(x):
    time.sleep(0.05)
    return x * x


def in_each_turn(batches):
    pool = Pool(2)
    for batch in batches:
        results = [pool.apply_async(square, (x,)) for x in batch]
        for result in results:
            print(result.get())
        if len(batch) > 1:
            break
    print(len(active_children()))


def of_the_last_turn(numbers, done):
    pool = Pool(1)
    for number in numbers:
        result = pool.apply_async(square, (number,), callback=done.append)
    print(len(numbers), "started")
    result.wait()


def main():
    in_each_turn([[1], [2, 3], [4]])
    done = []
    of_the_last_turn([5, 6], done)
    print(done)


if __name__ == "__main__":
    main()
