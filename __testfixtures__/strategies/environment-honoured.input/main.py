import os

from kit.work import run

if __name__ == "__main__":
    os.environ["KIT_METHOD"] = "spawn"
    run(5)
    os.environ["KIT_METHOD"] = "fork"
    run(5)
