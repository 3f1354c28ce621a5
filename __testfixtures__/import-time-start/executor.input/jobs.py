"""An executor starts its processes with its first task: it is well made here."""
from concurrent.futures import ProcessPoolExecutor

executor = ProcessPoolExecutor(2)


def lengths(words):
    return list(executor.map(len, words))
