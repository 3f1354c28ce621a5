from multiprocessing import Process

if __name__ == "__main__":
    # Importing it takes a while.
    print("loading")

import toolbox


def show(text):
    print(toolbox.parse(text))


if __name__ == "__main__":
    process = Process(target=show, args=("n = 3",))
    process.start()
    process.join()
