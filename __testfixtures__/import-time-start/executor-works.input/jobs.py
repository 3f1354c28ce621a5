from concurrent.futures import ProcessPoolExecutor

executor = ProcessPoolExecutor(2)
LENGTHS = list(executor.map(len, ["one", "three"]))
