# only spawn
# Windows starts the child before it pickles the target; here that is done by hand.
import os
from multiprocessing import context, reduction, resource_tracker, spawn, util

os.mkdir("results")


def main():
    tracker = resource_tracker.getfd()
    ours, theirs = os.pipe()
    command = spawn.get_command_line(tracker_fd=tracker, pipe_handle=ours)
    util.spawnv_passfds(spawn.get_executable(), command, [tracker, ours])
    os.close(ours)
    context.set_spawning_popen(main)
    with open(theirs, "wb") as to_child:
        reduction.dump(spawn.get_preparation_data("Process-1"), to_child)
        to_child.flush()
        os.wait()
        reduction.dump(b"x" * 1_000_000, to_child)


if __name__ == "__main__":
    main()
