import asyncio
import subprocess
import sys
from multiprocessing import cpu_count


async def main():
    await asyncio.sleep(0)


process = subprocess.Popen([sys.executable, "-c", ""])
process.wait()
asyncio.run(main())
print(cpu_count() > 0)
