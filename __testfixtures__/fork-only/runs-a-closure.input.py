import multiprocessing


def main(name):
    def greet():
        print("hello,", name)

    multiprocessing.set_start_method("fork")
    process = multiprocessing.Process(target=greet)
    process.start()
    process.join()


if __name__ == "__main__":
    main("world")
