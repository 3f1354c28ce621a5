from functools import partial
from multiprocessing import Process, SimpleQueue


def countWords(results, *, text):
    results.put(len(text.split()))


TEXTS = ["one", "one two", "one two three"]

if __name__ == "__main__":
    results = SimpleQueue()
    # one for each text
    countWords = [
        Process(target=partial(countWords, results, text=text)) for text in TEXTS
    ]
    for process in countWords:
        process.start()
    print(sorted(results.get() for _ in countWords))
    for process in countWords:
        process.join()
