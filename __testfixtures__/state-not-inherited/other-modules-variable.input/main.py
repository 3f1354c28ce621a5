from multiprocessing import Pool

import settings
import worker


def main():
    settings.LEVEL = 5
    with Pool(2) as pool:
        print(pool.map(worker.work, [1, 2, 3]))


if __name__ == "__main__":
    main()
