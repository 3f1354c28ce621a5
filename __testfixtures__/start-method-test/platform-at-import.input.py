import multiprocessing
import os
import sys

if os.name == "nt" or (sys.platform == "darwin" and sys.version_info >= (3, 8)):

    def each(work, items):
        return [work(item) for item in items]

else:

    def each(work, items):
        with multiprocessing.Pool(2) as pool:
            return pool.map(work, items)
