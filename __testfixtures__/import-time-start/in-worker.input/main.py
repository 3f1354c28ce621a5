from pools import totals

if __name__ == "__main__":
    print(totals([[1, 2], [3]]))
