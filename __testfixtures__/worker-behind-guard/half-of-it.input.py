from multiprocessing import Pool

if __name__ == "__main__":
    scale, offset = 2, 3

    class Task:
        def __init__(self, n):
            self.n = n

        def run(self):
            return self.n * scale + offset

    def execute(task):
        return task.run()

    with Pool(2) as pool:
        print(pool.map(execute, [Task(n) for n in range(3)]))
