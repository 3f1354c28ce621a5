import multiprocessing


def cube(x):
    return x ** 3


def power(base, exponent):
    return base ** exponent


def main():
    with multiprocessing.Pool(2) as pool:
        one = pool.apply_async(power, (2, 5))
        cubes = pool.map_async(cube, range(4))
        pairs = [pool.apply_async(power, (base, 2)) for base in range(3)]
        squares = []
        for base in range(3, 6):
            squares.append(pool.apply_async(power, args=(base, 2)))
        print(one.get(), cubes.get(timeout=60))
        print([pair.get() for pair in pairs])
        for square in squares:
            print(square.get())
    print("children:", len(multiprocessing.active_children()))


if __name__ == "__main__":
    main()
