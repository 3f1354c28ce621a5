from jobs import run

print(run())
