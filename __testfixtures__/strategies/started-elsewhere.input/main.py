from jobs import run

print(run.total([1, 2, 3]))
