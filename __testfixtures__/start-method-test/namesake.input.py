class Motor:
    def get_start_method(self):
        return "spawn"


def start(motor, initializer):
    if motor.get_start_method() == "spawn":
        motor.start(initializer=initializer)
    else:
        motor.start()


def multiprocess(motor):
    return start(Motor(), None)
