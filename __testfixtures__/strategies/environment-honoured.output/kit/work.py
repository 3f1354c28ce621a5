from .compat.processes import context

base = 0


def tell(results, lock):
    with lock:
        results.put(base)


def run(given):
    global base
    base = given
    lock = context().Lock()
    results = context().SimpleQueue()
    # Depends on fork: workers read a global that only the parent sets (MP501).
    process = context().Process(target=tell, args=(results, lock))
    process.start()
    print(results.get())
    process.join()
