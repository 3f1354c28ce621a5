import logging
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def store(name):
    """Logs what goes wrong."""
    try:
        with open(name, "w") as file:
            file.write(name)
    except Exception:
        logging.exception(name)
        return False
    return True


def serve(name):
    try:
        store(name)
    except:
        logging.exception(name)


def main():
    with ProcessPoolExecutor() as executor:
        executor.submit(store, "a.txt")
        executor.map(serve, ["b.txt"])
    pool = Pool(2)
    pool.map_async(store, ["a.txt"])
    pool.close()
    pool.join()


if __name__ == "__main__":
    main()
