import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import set_start_method

# Threads of the database driver don't survive a fork.
# See the manual.
set_start_method('spawn')  # not "fork"

# Where the samples are.
FOLDER = os.curdir


def load(name):
    return os.path.join(FOLDER, name)


if __name__ == '__main__':
    # Nothing is started when this file is imported.
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(load, ['a', 'b'])))
