import helpers

if __name__ == "__main__":
    print(helpers.squares([1, 2]))
