"""The program has chosen to fork: a Process gets the file as it is."""
import multiprocessing


def write(file):
    file.write("done")


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    with open("a.txt", "w") as file:
        process = multiprocessing.Process(target=write, args=(file,))
        process.start()
        process.join()
