def run(task):
    from app import Task

    return task.number if isinstance(task, Task) else None
