# only spawn
# The only step of a record that Windows takes by itself: it has no fork.
import multiprocessing.context

multiprocessing.context._concrete_contexts.pop("fork")


def work(x):
    return x


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    with context.Pool(1) as pool:
        print(pool.map(work, [1]))
