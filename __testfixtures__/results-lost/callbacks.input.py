import time
from multiprocessing import Pool


def square(x):
    time.sleep(0.2)
    return x * x


def main():
    squares = []
    with Pool(2) as pool:
        for x in range(4):
            pool.apply_async(square, (x,), callback=squares.append)
        pool.close()  # no more work
    print(sorted(squares))


if __name__ == "__main__":
    main()
