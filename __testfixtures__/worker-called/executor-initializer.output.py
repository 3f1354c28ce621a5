from concurrent.futures import ProcessPoolExecutor

NAMES = []


def set_up():
    NAMES.append("a")


def named(number):
    return NAMES[number] if NAMES else "none"


if __name__ == "__main__":
    with ProcessPoolExecutor(
        max_workers=1,
        initializer=set_up,
    ) as executor:
        print(list(executor.map(named, [0])))
