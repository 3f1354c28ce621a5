from multiprocessing import Pool, active_children


def square(x):
    return x * x


def main():
    with Pool(2) as pool:
        squares = pool.map(square, range(5))
    print(squares)
    print(len(active_children()), "workers left")


if __name__ == "__main__":
    main()
