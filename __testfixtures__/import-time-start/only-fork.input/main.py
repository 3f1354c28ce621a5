from pools import lengths

if __name__ == "__main__":
    print(lengths(["one", "three"]))
