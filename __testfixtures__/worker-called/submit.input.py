import os
from concurrent.futures import ProcessPoolExecutor


def work(parent, *, text):
    print(text, os.getpid() != parent, flush=True)


def main():
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(work(os.getpid(), text="in a child:"))
        print(future.result())


if __name__ == "__main__":
    main()
