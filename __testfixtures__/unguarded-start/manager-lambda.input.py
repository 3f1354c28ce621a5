from multiprocessing import Queue
from multiprocessing.managers import BaseManager

tasks = Queue()


class Tasks(BaseManager):
    pass


Tasks.register("tasks", callable=lambda: tasks)
manager = Tasks()
manager.start()
served = manager.tasks()
served.put(3)
print(served.get())
manager.shutdown()
