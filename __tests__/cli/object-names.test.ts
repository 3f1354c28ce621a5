import { expect, test } from '@jest/globals';
import { transforms } from '../../transforms/index.ts';
import { scratch } from '../scratch.ts';
import { mpfix } from './command.ts';

/** A program that is right, and gives one name to all that mpfix looks up. */
const named = (name: string) => `import ${name}
import concurrent.futures
import multiprocessing
from multiprocessing import Pool, Process

def work(x):
    return ${name}.${name}(x).${name}

if __name__ == "__main__":
    context = multiprocessing.get_context("${name}")
    context.${name}(target=work)
    multiprocessing.${name}(work)
    with Pool(2) as pool:
        pool.${name}(work, [${name}])
    Process(target=${name}.${name}, ${name}=1).start()
    with concurrent.futures.ProcessPoolExecutor() as executor:
        executor.${name}(work)
`;

// A table that is a plain object would find these names in what every object of JavaScript has.
test.each(Object.getOwnPropertyNames(Object.prototype))(
  '%s is a name as any other',
  async (name) => {
    const folder = scratch({
      'a.py': named(name),
      'b.py': `# coding: ${name}\nimport multiprocessing\n`,
    });
    const run = async (...args: string[]) => {
      const { stdout } = await mpfix(folder, [...args, '--isolated', '--output-format', 'json'], {
        rules: transforms,
      });
      return JSON.parse(stdout);
    };
    const found = await run();
    expect(found.map((finding: { code: string }) => finding.code)).toEqual(['MP001']);
    const { sites } = await run('impact');
    const rows = sites.map((site: { location: { row: number } }) => site.location.row);
    expect(rows).toEqual([13, 15, 16]);
  },
);
