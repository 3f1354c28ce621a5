"""Add tax and a discount to the prices of a basket."""
from multiprocessing import Pool

BASKET = {"apple": 120, "bread": 350, "coffee": 899, "dates": 640}


def price_all(basket, tax, discount):
    with Pool(2) as pool:
        return pool.map(lambda cents: round(cents * (1 + tax) * (1 - discount)), basket.values())


if __name__ == "__main__":
    for name, cents in zip(BASKET, price_all(BASKET, tax=0.2, discount=0.05)):
        print(f"{name:8} {cents / 100:.2f}")
