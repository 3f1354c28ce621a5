from concurrent import futures


def shout(word, mark):
    return word.upper() + mark


def run(words, mark):
    with futures.ProcessPoolExecutor(max_workers=2) as executor:
        jobs = [executor.submit(lambda: shout(word, mark)) for word in words]
        print([job.result() for job in jobs])
        later = executor.submit(lambda word, again: shout(word, mark) * again, "go", again=2)
        print(later.result())
        print(list(executor.map(lambda word: word + mark, words, chunksize=2)))


if __name__ == "__main__":
    run(["a", "b"], "!")
