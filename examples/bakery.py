"""Bake what is ordered, in two ovens."""
from multiprocessing import Process, Queue


def bake(orders):
    while True:
        order = orders.get()
        print(f"one {order}")


if __name__ == "__main__":
    orders = Queue()
    ovens = [Process(target=bake, args=(orders,)) for oven in ("left", "right")]
    for oven in ovens:
        oven.start()
    for order in ["bread", "cake", "pie"]:
        orders.put(order)
    for oven in ovens:
        oven.join()
