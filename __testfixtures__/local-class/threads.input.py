from concurrent.futures import ThreadPoolExecutor
from multiprocessing.dummy import Process
from multiprocessing.pool import ThreadPool


def main():
    class Task:
        def run(self, number=0):
            return number

    with ThreadPool(2) as pool:
        print(pool.map(Task().run, [1, 2]))
    with ThreadPoolExecutor(2) as executor:
        print(list(executor.map(Task().run, [1, 2])))
    Process(target=Task().run).start()


main()
