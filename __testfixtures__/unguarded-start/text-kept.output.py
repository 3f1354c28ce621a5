import multiprocessing as mp


def identity(value):
    return value


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        text = """first
second
    third
"""
        values = pool.map(identity, [text, 'a\
b', f"""
{1 +
1}"""])
        total = len(values) \
      + 1
    # the end of it
        if total: print(values)

        if not values:
            print("none")
        else: print(total)
