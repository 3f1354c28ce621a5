import time
from multiprocessing import Pool, active_children


def square(x):
    time.sleep(0.02)
    return x * x


def squares(numbers):
    with Pool(2) as pool:
        for value in pool.imap(square, numbers):
            yield value


def main():
    for value in squares(range(40)):
        print(value)
        if value > 3:
            break
    print(len(active_children()))


if __name__ == "__main__":
    main()
