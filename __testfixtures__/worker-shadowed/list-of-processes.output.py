from functools import partial
from multiprocessing import Process, SimpleQueue


def countWords(results, *, text):
    results.put(len(text.split()))


TEXTS = ["one", "one two", "one two three"]

if __name__ == "__main__":
    results = SimpleQueue()
    # one for each text
    count_words_processes = [
        Process(target=partial(countWords, results, text=text)) for text in TEXTS
    ]
    for process in count_words_processes:
        process.start()
    print(sorted(results.get() for _ in count_words_processes))
    for process in count_words_processes:
        process.join()
