import argparse
import functools
import multiprocessing as mp


def greet(options, name):
    return options.greeting + " " + name


def run(names):
    with mp.Pool(2) as pool:
        return pool.map(functools.partial(greet, options), names)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--greeting", default="hello")
    options = parser.parse_args()
    print(run(["ann", "bob"]))
