"""Add up bills, each in a task of its own."""
from concurrent.futures import ProcessPoolExecutor


def add_up(name, amounts):
    print(name, sum(amounts), flush=True)


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        for name, amounts in [("Ada", [3, 4]), ("Bob", [5])]:
            executor.submit(add_up, name, amounts)
