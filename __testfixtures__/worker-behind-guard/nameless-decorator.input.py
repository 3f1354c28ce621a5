from multiprocessing import Process


def twice(function):
    def call(*args):
        function(*args)
        function(*args)

    return call


if __name__ == "__main__":
    @twice
    def show(n):
        print(n)

    process = Process(target=show, args=(3,))
    process.start()
    process.join()
