import multiprocessing

# Plugins are loaded before the workers start, and spawn is incompatible with that.
context = multiprocessing.get_context("fork")
