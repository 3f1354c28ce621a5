from jobs import Jobs

jobs = Jobs()
print(jobs.results)
jobs.close()
