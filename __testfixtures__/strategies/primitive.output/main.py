"""Workers that share a lock and a counter of the module."""

from _start_method import context

counter = context().Value("i", 0)
done = context().Event()


def count(_):
    with counter.get_lock():
        counter.value += 1
    done.set()


if __name__ == "__main__":
    # Depends on fork: workers use a lock, queue or shared value as a global, which only
    # forked children share (MP502).
    with context().Pool(2) as pool:
        pool.map(count, range(10))
    print(counter.value, done.is_set())
