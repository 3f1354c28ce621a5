import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

from ..load import load

WEIGHTS = {}


def weighted(value):
    return WEIGHTS.get(value, 1) * value


def tell(results, ready):
    ready.wait()
    results.put(sorted(WEIGHTS))


def report(scale):
    values = load(scale)
    WEIGHTS.update({value: 2 for value in values})
    with ProcessPoolExecutor(
        max_workers=2,
    ) as executor:
        print(list(executor.map(weighted, values)))
    results = mp.Queue()
    ready = mp.Event()
    process = mp.Process(target=tell, args=(results, ready))
    process.start()
    ready.set()
    print(results.get())
    process.join()
