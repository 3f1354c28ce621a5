from tools import *

if __name__ == "__main__":
    print("lengths")
    print(lengths(["one", "three"]))
