import mimetypes
from multiprocessing import Pool


def prepare(letter):
    global prefix
    prefix = letter


def kind(name):
    return prefix + str(mimetypes.guess_type(name)[0])


if __name__ == "__main__":
    mimetypes.add_type("text/x-fable", ".fable")
    with Pool(2, prepare, ("-",)) as pool:
        print(pool.map(kind, ["a.fable", "b.fable"]))
