import argparse
import multiprocessing as mp


def run(names):
    def greet(name):
        return options.greeting + " " + name

    with mp.Pool(2) as pool:
        return pool.map(greet, names)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--greeting", default="hello")
    options = parser.parse_args()
    print(run(["ann", "bob"]))
