from multiprocessing import Process


def main():
    process = Process(target=lambda: print("hello"))
    process.start()
    process.join()


if __name__ == "__main__":
    main()
