"""Count the primes of several ranges. `primes.spec` makes a single executable of it."""
from concurrent.futures import ProcessPoolExecutor

RANGES = [(0, 1000), (1000, 2000), (2000, 3000)]


def is_prime(number):
    return number > 1 and all(number % divisor for divisor in range(2, int(number**0.5) + 1))


def count_primes(limits):
    return sum(map(is_prime, range(*limits)))


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        for limits, primes in zip(RANGES, executor.map(count_primes, RANGES)):
            print(limits, primes)
