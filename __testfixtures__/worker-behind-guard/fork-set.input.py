import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("fork")

    def square(n):
        return n * n

    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(4)))
