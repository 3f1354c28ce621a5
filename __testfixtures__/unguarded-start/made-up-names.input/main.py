import jobs

jobs.run()
