"""Give every guest a ticket; no two guests get the same number."""
from multiprocessing import Pool, Value


def ticket(guest):
    with LAST.get_lock():
        LAST.value += 1
    return guest


if __name__ == "__main__":
    LAST = Value("i", 0)
    with Pool(2) as pool:
        print(", ".join(pool.map(ticket, ["Ada", "Bob", "Cleo"])))
    print(LAST.value, "tickets")
