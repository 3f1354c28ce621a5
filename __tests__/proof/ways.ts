import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import type { Program } from './run.ts';

/** What a way of starting a program adds to its files: what Python is given, and a script outside the folder. */
type Start = Pick<Program, 'command' | 'files'>;

/** What runs the cells of a notebook, and where it is, seen from the program's folder. */
const KERNEL = new URL('./kernel.py', import.meta.url);
const KERNEL_PLACE = '../kernel/kernel.py';

/** Where an installed script is, seen from the program's folder. */
const SCRIPTS = '../bin';

/**
 * How to start a program: "bin/tool", a file of it, which may be a notebook; "-m package.module"; or "tool", a console script that its
 * pyproject.toml defines.
 * @throws Error when it is none of these.
 */
export function startIn(way: string, files: Program['files']): Start {
  if (way in files && way.endsWith('.ipynb')) {
    return {
      command: [KERNEL_PLACE, way],
      files: { [KERNEL_PLACE]: readFileSync(KERNEL, 'latin1') },
    };
  }
  if (way in files) return { command: [way], files: {} };
  const module = /^-m (\S+)$/.exec(way)?.[1];
  if (module !== undefined) return { command: ['-m', module], files: {} };
  const target = consoleScripts(files['pyproject.toml'] ?? '')[way];
  if (target === undefined) {
    throw new Error(`it can't be run as "${way}": that is neither a file nor a console script`);
  }
  const script = `${SCRIPTS}/${way}`;
  return { command: [script], files: { [script]: launcher(target) } };
}

function consoleScripts(pyproject: string): Record<string, string> {
  const { project } = parse(pyproject) as { project?: { scripts?: Record<string, string> } };
  return project?.scripts ?? {};
}

/** What pip writes for "package.module:main" or "package.module:Class.main". */
function launcher(target: string): string {
  const [module = '', attribute = ''] = target.split(':').map((part) => part.trim());
  const [imported = ''] = attribute.split('.');
  return `import sys
from ${module} import ${imported}
if __name__ == "__main__":
    sys.exit(${attribute}())
`;
}
