from dataclasses import dataclass
from multiprocessing import Process, Queue


def work(jobs, queue):
    queue.put([job.name.upper() for job in jobs])


if __name__ == "__main__":
    @dataclass
    class Named:
        name: str

    @dataclass
    class Job(Named):
        size: int = 1

    queue = Queue()
    process = Process(target=work, args=([Job("a"), Job("b")], queue))
    process.start()
    process.join()
    print(process.exitcode, queue.get(timeout=2) if process.exitcode == 0 else None)
