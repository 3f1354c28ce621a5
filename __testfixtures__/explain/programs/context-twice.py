import multiprocessing


def work():
    print("working")


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
