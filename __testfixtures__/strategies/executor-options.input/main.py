import json
from concurrent.futures import ProcessPoolExecutor

options = json.loads('{"max_workers": 2}')
executor = ProcessPoolExecutor(**options)
print(list(executor.map(abs, [-1, -2])))
