def main():
    import pools

    print(pools.doubled([1, 2]))


if __name__ == "__main__":
    main()
