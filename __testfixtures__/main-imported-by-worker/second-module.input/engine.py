from concurrent.futures import ProcessPoolExecutor

from steps import step


def run(numbers):
    with ProcessPoolExecutor(2) as executor:
        return list(executor.map(step, numbers))
