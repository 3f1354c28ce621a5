from concurrent.futures import ProcessPoolExecutor


def make():
    """It starts its processes with its first task."""
    return ProcessPoolExecutor(2)
