"""Water the plants of two greenhouses at the same time."""
from multiprocessing import Process


def water(greenhouse, plants):
    print(f"{greenhouse}: {plants} plants")


if __name__ == "__main__":
    for greenhouse, plants in [("north", 12), ("south", 40)]:
        process = Process(target=water, args=(greenhouse, plants))
        process.start()
        process.join()
