import os
import sys
import tempfile  # Looks at sys.platform when it is imported.
from concurrent.futures import ProcessPoolExecutor

# A large machine with Windows.
sys.platform = "win32"
os.cpu_count = os.process_cpu_count = lambda: 32


if __name__ == "__main__":
    workers = os.cpu_count() * 2
    with ProcessPoolExecutor(min(61, workers)) as executor:
        print(executor._max_workers, "workers")
