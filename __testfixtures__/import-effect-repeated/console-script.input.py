from multiprocessing import Pool

print("squares:")


def square(n):
    return n * n


def main():
    with Pool(2) as pool:
        print(pool.map(square, range(4)))


if __name__ == "__main__":
    main()
