"""Take a discount off every price. The rate comes from the command line."""
import argparse
from multiprocessing import Pool

RATE = 0.0


def discounted(price):
    return round(price * (1 - RATE), 2)


def main():
    global RATE
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=0.25)
    RATE = parser.parse_args().rate
    with Pool(2) as pool:
        for price in pool.map(discounted, [10.0, 24.0, 99.0]):
            print(price)


if __name__ == "__main__":
    main()
