from concurrent.futures import ProcessPoolExecutor

from .._start_method import context
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
    # Depends on fork: workers read a global that only the parent sets (MP501).
    with ProcessPoolExecutor(
        max_workers=2,
        mp_context=context(),
    ) as executor:
        print(list(executor.map(weighted, values)))
    results = context().Queue()
    ready = context().Event()
    # Depends on fork: workers read a global that only the parent sets (MP501).
    process = context().Process(target=tell, args=(results, ready))
    process.start()
    ready.set()
    print(results.get())
    process.join()
