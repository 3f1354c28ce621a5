"""The pool of the shop: see shop.py."""
from multiprocessing import Pool


def total(basket):
    return sum(basket)


TILLS = Pool(2)  # mpfix: ignore[MP301]


def totals(baskets):
    return TILLS.map(total, baskets)
