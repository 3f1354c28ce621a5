import os
import re
from multiprocessing import Pool

print("searching")
pattern = re.compile("b+")
separator = os.sep
table = {}
for letter in "abc":
    table[letter] = ord(letter)


def known(letter):
    return table[letter]


class Finder:
    prefix = separator

    def find(self, text):
        match = pattern.search(text)
        return known(match.group()[0]) if match else self.prefix


finder = Finder()
with Pool(2) as pool:
    print(pool.map(finder.find, ["abb", "ac"]))
