from concurrent.futures import ProcessPoolExecutor
import multiprocessing

limit = 0


def set_limit(value):
    global limit
    limit = value


def below(n):
    return n < limit


def main():
    set_limit(3)
    context = multiprocessing.get_context()
    spawns = context.get_start_method() != 'fork'
    options = dict(initializer=set_limit, initargs=(limit,)) if spawns else {}
    with ProcessPoolExecutor(2, mp_context=context, **options) as executor:
        print(list(executor.map(below, [1, 2, 3, 4])))


if __name__ == '__main__':
    main()
