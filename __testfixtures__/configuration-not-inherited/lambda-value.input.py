import ssl
import urllib.request
from multiprocessing import Pool


def fetch(url):
    return urllib.request.urlopen(url).read()


def main(urls):
    context = ssl.create_default_context()
    ssl._create_default_https_context = lambda: context
    with Pool(2) as pool:
        print(pool.map(fetch, urls))


if __name__ == "__main__":
    main([])
