import urllib.request
from multiprocessing import Pool

import requests

urllib.request.urlretrieve("https://example.org/words.txt", "words.txt")
limits = requests.get("https://example.org/limits.json").json()


def work(n):
    return n in limits


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, range(4)))
