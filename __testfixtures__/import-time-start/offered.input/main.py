import pools

if __name__ == "__main__":
    print(pools.lengths(["one", "three"]))
