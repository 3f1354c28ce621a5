"""Scale the readings of several sensors, each by its own factor, in a process of its own."""
import multiprocessing as mp

READINGS = {"north": [1, 2, 3], "south": [4, 5, 6]}


def scale_all(readings, factors):
    processes = []
    for place, factor in factors.items():
        # Readings are whole numbers.
        def scale(place, factor):
            print(f"{place}: {[reading * factor for reading in readings[place]]}")

        process = mp.Process(target=scale, args=(place, factor))
        process.start()
        processes.append(process)
    for process in processes:
        process.join()


if __name__ == "__main__":
    scale_all(READINGS, {"north": 10, "south": 100})
