from multiprocessing import Pool, Process


class Task:
    class Inner:
        def run(self, number):
            return number

    def run(self, number):
        return number


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(Task().run, [1, 2]))
        print(pool.map(Task.Inner().run, [1, 2]))
