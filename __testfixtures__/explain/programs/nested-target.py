import multiprocessing as mp


def start():
    def serve():
        print("serving")

    process = mp.Process(target=serve)
    process.start()
    process.join()


if __name__ == "__main__":
    start()
