#!/usr/bin/env python3
import engine

PREFIX = ""

if __name__ == "__main__":
    PREFIX = "step "
    print(engine.run([1, 2]))
