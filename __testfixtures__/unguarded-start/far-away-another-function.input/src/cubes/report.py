from cubes.engine.pools import Workers


def lines(numbers):
    return Workers(2).cubes(numbers)
