"""Count the words of the texts beside this program."""
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


def count(path):
    return Counter(path.read_text(encoding="utf-8").lower().split())


files = sorted(TEXTS.glob("*.txt"))
total = Counter()
with Pool(2) as pool:
    for words in pool.imap(count, files):
        total += words

# The commonest words come first.
for word, times in sorted(total.most_common(5), key=lambda item: (-item[1], item[0])):
    print(f"{word:10} {times}")
