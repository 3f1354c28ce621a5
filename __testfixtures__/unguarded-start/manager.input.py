from multiprocessing import Manager, Process


def note(shared, key):
    shared[key] = key * 10


manager = Manager()
shared = manager.dict()
writers = [Process(target=note, args=(shared, key)) for key in range(2)]
[writer.start() for writer in writers]
[writer.join() for writer in writers]
print(sorted(shared.items()))
