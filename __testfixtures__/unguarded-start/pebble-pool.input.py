from pebble import ProcessPool, concurrent


def work(n):
    return n + 1


@concurrent.process(timeout=10)
def alone(n):
    return n * 2


with ProcessPool(max_workers=2) as pool:
    print(pool.schedule(work, args=[1]).result())

print(alone(4).result())
