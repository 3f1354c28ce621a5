from pebble import concurrent


@concurrent.process
def alone(n):
    return n * 2


def main(n):
    return alone(n).result()


if __name__ == "__main__":
    print(main(4))
