import functools
from concurrent import futures


def shout(word, mark):
    return word.upper() + mark


def _worker(mark, word, again):
    return shout(word, mark) * again


def _worker_2(mark, word):
    return word + mark


def run(words, mark):
    with futures.ProcessPoolExecutor(max_workers=2) as executor:
        jobs = [executor.submit(shout, word, mark) for word in words]
        print([job.result() for job in jobs])
        later = executor.submit(_worker, mark, "go", again=2)
        print(later.result())
        print(list(executor.map(functools.partial(_worker_2, mark), words, chunksize=2)))


if __name__ == "__main__":
    run(["a", "b"], "!")
