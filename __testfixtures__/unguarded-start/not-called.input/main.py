import jobs

TASKS = {"run": jobs.run, "again": [jobs.run, len]}
task = jobs.run
print(sorted(TASKS), task.__name__)
