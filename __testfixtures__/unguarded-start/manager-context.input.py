import multiprocessing
from multiprocessing.managers import SyncManager

context = multiprocessing.get_context("fork")

manager = SyncManager(ctx=context)
manager.start()
print(manager.list([1]))
manager.shutdown()
