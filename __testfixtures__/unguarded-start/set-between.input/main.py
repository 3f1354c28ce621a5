import jobs

jobs.offset = 1
print(jobs.run([1]))
jobs.offset = 2
print(jobs.run([1]))
