from multiprocessing import Pool


def words(texts):
    class Words(list):
        def __init__(self, text):
            super().__init__(text.split())

        def __repr__(self):
            return f"{len(self)} words"

    with Pool(2) as pool:
        found = pool.map(Words, texts)
        return [each for each in found if isinstance(each, Words)]


if __name__ == "__main__":
    print(words(["a b", "c"]))
