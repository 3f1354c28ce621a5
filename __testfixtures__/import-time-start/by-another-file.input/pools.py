from helper import lengths

LENGTHS = lengths(["one", "three"])
