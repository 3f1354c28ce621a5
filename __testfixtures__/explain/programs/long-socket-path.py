import os
import tempfile
from multiprocessing import Manager

tempfile.tempdir = None
os.environ["TMPDIR"] = os.path.join(os.getcwd(), "a-folder-with-a-long-name" * 4)
os.makedirs(os.environ["TMPDIR"], exist_ok=True)

if __name__ == "__main__":
    with Manager() as manager:
        print(manager.list([1]))
