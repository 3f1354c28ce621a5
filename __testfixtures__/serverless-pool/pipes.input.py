import as_on_lambda  # Semaphores fail in its way.
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pipe, Process


def square(connection, x):
    connection.send(x * x)
    connection.close()


def lambda_handler(event, context):
    jobs = []
    for number in event["numbers"]:
        receiver, sender = Pipe(duplex=False)
        process = Process(target=square, args=(sender, number))
        process.start()
        jobs.append((process, receiver))
    results = [receiver.recv() for _, receiver in jobs]
    for process, _ in jobs:
        process.join()
    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(abs, results))


if __name__ == "__main__":
    print(lambda_handler({"numbers": [1, 2, 3]}, None))
