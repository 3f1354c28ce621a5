from multiprocessing import Process

name = input("Who? ")


def greet():
    print("hello", name)


if __name__ == "__main__":
    process = Process(target=greet)
    process.start()
    process.join()
