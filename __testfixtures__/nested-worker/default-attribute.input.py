from multiprocessing import Process, Queue

import settings


class Limits:
    retries = 1


def run():
    Limits.retries = 5
    results = Queue()

    def own(results, retries=Limits.retries):
        results.put(retries)

    def foreign(results, retries=settings.retries):
        results.put(retries)

    for work in (own, foreign):
        process = Process(target=work, args=(results,))
        process.start()
        print(results.get())
        process.join()


if __name__ == "__main__":
    run()
