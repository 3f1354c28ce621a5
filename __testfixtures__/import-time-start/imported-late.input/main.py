"""The children import this file, and with it nothing that starts processes."""


def main():
    import pools

    print(pools.lengths(["one", "three"]))


if __name__ == "__main__":
    main()
