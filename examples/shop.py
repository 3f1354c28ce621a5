"""Add up some baskets in the pool that another module has."""
from tills import totals

if __name__ == "__main__":
    print(*totals([[1, 2], [3, 4, 5]]))
