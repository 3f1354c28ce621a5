"""A library that can be tried out as a program, which starts no processes."""
LIMIT = 10


if __name__ == "__main__":
    LIMIT = 20
    print(LIMIT)
