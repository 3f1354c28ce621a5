import multiprocessing as mp


def main(k):
    process = mp.Process(target=lambda: print("a", k))
    process.start()
    process.join()


if __name__ == "__main__":
    mp.set_start_method("fork")
    main(1)
