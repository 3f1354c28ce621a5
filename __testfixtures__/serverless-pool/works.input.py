from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Manager, Process
from queue import Queue
from threading import Lock

LOCK = Lock()


def work(results, x):
    results.append(x)


def lambda_handler(event, context):
    queue = Queue()
    with Manager() as manager, ThreadPoolExecutor(2) as threads:
        results = manager.list()
        tasks = manager.Queue()
        process = Process(target=work, args=(results, 1))
        process.start()
        process.join()
        return list(results), list(threads.map(abs, event)), tasks.empty(), queue.empty()
