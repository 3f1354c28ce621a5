# only fork
# torch's own check, without torch: it stands in torch/cuda/__init__.py.
import os
from multiprocessing import get_context

started_in = os.getpid()


def use_cuda():
    if os.getpid() != started_in:
        raise RuntimeError(
            "Cannot re-initialize CUDA in forked subprocess. To use CUDA with "
            "multiprocessing, you must use the 'spawn' start method"
        )


def work(x):
    use_cuda()
    return x


if __name__ == "__main__":
    with get_context("fork").Pool(1) as pool:
        print(pool.map(work, [1]))
