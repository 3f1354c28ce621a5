from multiprocessing import Pool

import worker


class Task:
    limit = 0


if __name__ == "__main__":
    Task.limit = 10
    with Pool(2) as pool:
        print(pool.map(worker.work, [Task(), Task()]))
