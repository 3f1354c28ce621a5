if __name__ == "__main__":
    from pools import lengths

    print(lengths(["one", "three"]))
