from multiprocessing.pool import *  # noqa: F403
