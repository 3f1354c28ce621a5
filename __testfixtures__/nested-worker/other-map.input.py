class Pool:
    def map(self, function, items):
        return [function(item) for item in items]


def main(factor):
    def work(x):
        return x * factor

    def twice(x):
        return work(work(x))

    print(list(map(work, [1, 2])), Pool().map(twice, [1, 2]))


if __name__ == "__main__":
    main(2)
