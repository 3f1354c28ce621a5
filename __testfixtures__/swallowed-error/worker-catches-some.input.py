import logging
from concurrent.futures import ProcessPoolExecutor


def store(name):
    try:
        with open(name, "w") as file:
            file.write(name)
    except OSError:
        logging.exception(name)


def check(name):
    try:
        open(name).close()
    except Exception:
        logging.exception(name)
        raise


def main():
    with ProcessPoolExecutor() as executor:
        executor.submit(store, "a.txt")
        executor.map(check, ["b.txt"])


if __name__ == "__main__":
    main()
