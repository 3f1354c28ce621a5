import scheduler

scheduler.every_hour()
