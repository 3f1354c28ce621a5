"""Count the votes of two polling stations."""
from multiprocessing import Process, Value


def count(ballots, total):
    for ballot in ballots:
        with total.get_lock():
            total.value += ballot == "yes"


if __name__ == "__main__":
    total = Value("i", 0)
    north = Process(target=count, args=(["yes", "no", "yes"], total))
    south = Process(target=count, args=(["no", "yes"], total))
    north.start()
    south.start()
    print(total.value, "votes for yes")
