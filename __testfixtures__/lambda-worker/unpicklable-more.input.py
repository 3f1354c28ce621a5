import logging
import ssl
import threading
from multiprocessing import Pool, Process


def numbers():
    yield 1


def main(xs):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    handler = logging.FileHandler("run.log", delay=True)
    found = numbers()
    with Pool(2) as pool:
        pool.map(lambda x: tls.check_hostname, xs)
        pool.map(lambda x: handler.level, xs)
    process = Process(target=lambda: print(next(found)))
    process.start()
    process.join()


class Runner(threading.Thread):
    def run(self):
        with Pool(2) as pool:
            pool.map(lambda x: self.name, [1])


if __name__ == "__main__":
    main([1])
