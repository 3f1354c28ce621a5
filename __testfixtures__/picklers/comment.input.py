from multiprocessing import (
    Pool,  # the fast one
)

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(lambda x: x, [1]))
