import sys
import tempfile  # Looks at sys.platform when it is imported.
from concurrent.futures import ProcessPoolExecutor

# What Windows has.
sys.platform = "win32"


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=61 if sys.platform == "win32" else 64) as executor:
        print(executor._max_workers, "workers")
