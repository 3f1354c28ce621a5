from tools import *

print("lengths")
print(lengths(["one", "three"]))
