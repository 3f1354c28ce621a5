import argparse
import logging
from multiprocessing import Process

parser = argparse.ArgumentParser()
parser.add_argument("--scale", type=int, default=3)
args = parser.parse_args()
logging.basicConfig(level=logging.WARNING)


def work(number):
    raise SystemExit(number * args.scale)


print("scale", args.scale)
process = Process(target=work, args=(2,))
process.start()
process.join()
print(process.exitcode)
