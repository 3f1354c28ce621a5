"""Says for each text that comes in whether CPython compiles it: a line with its length, then its bytes."""

import json
import sys
import warnings

warnings.simplefilter("ignore")


def verdict(source):
    try:
        compile(source, "mutant", "exec", dont_inherit=True)
    except Exception as error:
        message = getattr(error, "msg", None) or str(error)
        return {"error": f"{type(error).__name__}: {message}"}
    return {"error": None}


for line in sys.stdin.buffer:
    print(json.dumps(verdict(sys.stdin.buffer.read(int(line)))), flush=True)
