from pebble import concurrent


@concurrent.process
def alone(n):
    return n * 2


def main(n):
    return alone(n).result()


print(main(4))
