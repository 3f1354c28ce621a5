import type { Edit, Fix, Refusal } from '../src/edits/fix.ts';
import { quoteOf } from '../src/edits/guard.ts';
import { importEdit } from '../src/edits/imports.ts';
import { withoutUnused } from '../src/edits/unused-imports.ts';
import { isFallback, workersChooseCpus } from '../src/processes/affinity.ts';
import { sizeWithOneCpu } from '../src/processes/least-size.ts';
import type { ProcessModel } from '../src/processes/model.ts';
import { countsHost, sizeArgument, sizeParts } from '../src/processes/pool-size.ts';
import { START_METHODS } from '../src/processes/start-method.ts';
import type { Call } from '../src/syntax/shapes.ts';
import { defineTransform } from './transform.ts';

/** The first Python 3 with `os.process_cpu_count`. */
const FIRST_WITH_PROCESS_COUNT = 13;

export default defineTransform<Call>({
  code: 'MP701',
  name: 'host-cpu-count',
  summary: "a pool has a worker for each of the machine's CPUs, whether it may use them or not",
  why: `\`os.cpu_count()\` and \`multiprocessing.cpu_count()\` count the CPUs of the machine. Under \`taskset\`, in a cpuset
(\`docker run --cpuset-cpus=0,1\`, Kubernetes' static CPU manager) or in a job of a batch system a process may use a few
of them only: 64 workers then share 2 CPUs, each with its own memory, and the work takes longer than with two. No error
shows it. \`Pool()\` and \`ProcessPoolExecutor()\` count in the same way where they are given no size, up to Python 3.12;
from 3.13 they take \`os.process_cpu_count()\`, which counts the CPUs that this process may use. Before that,
\`len(os.sched_getaffinity(0))\` does, on Linux; macOS and Windows do not have it (\`AttributeError: module 'os' has no
attribute 'sched_getaffinity'\`).

Left alone are counts that only matter where the affinity can't be asked for, and programs whose workers choose their
CPUs themselves.`,
  advice: `Guides call \`len(os.sched_getaffinity(0))\` portable. macOS and Windows do not have it: the run below is what
they do. And guides call it, or \`os.process_cpu_count()\`, safe for containers. **None of them sees a CPU quota**
(\`docker run --cpus=0.5\`, Kubernetes' \`limits.cpu\`): a quota limits time, it takes no CPU away. Measured on a machine
with 2 CPUs, in a control group with a quota of half a CPU, on Python 3.8, 3.11, 3.13 and 3.14:

| | gives |
| --- | --- |
| \`os.cpu_count()\`, \`multiprocessing.cpu_count()\` | 2 |
| \`len(os.sched_getaffinity(0))\` | 2 |
| \`os.process_cpu_count()\` | 2 |
| \`joblib.cpu_count()\` of joblib 1.6, which sees the group as a container does | 1 |

Who needs the quota reads it: \`/sys/fs/cgroup/cpu.max\` holds quota and period (\`50000 100000\`, or \`max 100000\`
without a limit), and where there are only the older control groups, \`/sys/fs/cgroup/cpu/cpu.cfs_quota_us\` (-1 without
a limit) and \`cpu.cfs_period_us\`. \`joblib.cpu_count()\` does that, and rounds up. Or the deployment, which knows, says so
in a variable: from Python 3.13 \`PYTHON_CPU_COUNT\` sets what \`os.cpu_count()\` and \`os.process_cpu_count()\` give. The
fix of this rule makes no program safe for containers.`,
  startMethods: START_METHODS,
  fixable: 'unsafe',
  fixSafety: `The results are the same, but the number of workers is another where the process may not use all CPUs: that
is the point. Chunks are cut otherwise then, and what depends on how many workers there are (one file a worker, say)
changes with it. Where the count is bound to a name, all that uses the name sees the new number.

There is no fix for sizes that one CPU leaves nothing of, as \`cpu_count() - 1\`: on a machine with many CPUs such a program
would fail where it may use one of them (\`ValueError: Number of processes must be at least 1\`).

Which form is written depends on the oldest Python that the project supports: \`os.process_cpu_count()\` from 3.13, else
\`len(os.sched_getaffinity(0))\`, with the count that was there for systems that lack it. On those nothing changes.`,
  references: [
    'https://docs.python.org/3/library/os.html#os.process_cpu_count',
    'https://docs.python.org/3/library/os.html#os.sched_getaffinity',
    'https://docs.python.org/3/library/os.html#os.cpu_count',
    'https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool',
    'https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files',
  ],

  *find(model) {
    if (!model.tree.text.includes('cpu_count') || model.creations.length === 0) return;
    if (workersChooseCpus(model)) return;
    for (const [call, size] of hostCounts(model)) {
      const { from, to } = call.node;
      yield { from, to, message: messageOf(call, size, model), subject: call };
    }
  },

  fix({ subject }, model): Fix | Refusal {
    const obstacle = obstacleTo(subject, model);
    if (obstacle) return { refusal: obstacle };
    const isNew = (model.settings.targetVersion ?? 0) >= FIRST_WITH_PROCESS_COUNT;
    return {
      applicability: 'unsafe',
      message: 'count the CPUs that this process may use',
      edits: isNew ? countOfProcess(subject, model) : affinityOrCount(subject, model),
    };
  },
});

/** The calls that count the machine's CPUs for the size of a pool, and what is sized: `Pool`. */
function hostCounts(model: ProcessModel): Map<Call, string> {
  const { semantics } = model;
  const found = new Map<Call, string>();
  const calls = new Map(semantics.allCalls().map((call) => [call.node, call]));
  for (const creation of model.creations) {
    const size = sizeArgument(creation);
    for (const part of size ? sizeParts(size.value, semantics) : []) {
      const call = calls.get(part);
      if (!call || found.has(call)) continue;
      if (!countsHost(call, semantics) || isFallback(part, semantics)) continue;
      found.set(call, semantics.textOf(creation.call.callee));
    }
  }
  return found;
}

function messageOf({ callee }: Call, sized: string, { semantics }: ProcessModel): string {
  return `\`${semantics.textOf(callee)}()\` counts the machine's CPUs, whether this process may use them or not: under taskset, in a cpuset or a batch job \`${sized}\` starts too many workers`;
}

function obstacleTo({ node }: Call, { semantics, creations }: ProcessModel): string | null {
  if ([...node.walk()].some(({ kind }) => kind === 'Comment')) {
    return 'there is a comment in the call, which would be lost';
  }
  const empty = creations.find((creation) => {
    const size = sizeArgument(creation)?.value;
    const isOfCall = size && sizeParts(size, semantics).includes(node);
    return isOfCall && Math.trunc(sizeWithOneCpu(size, semantics)) < 1;
  });
  if (empty) {
    return `where this process may use one CPU, \`${semantics.textOf(empty.call.callee)}\` would get no worker: ValueError; put \`max(1, …)\` round the size first`;
  }
  const scope = semantics.scopeOf(node);
  const taken = ['len', 'hasattr'].find((name) => scope.lookUp(name) !== null);
  return taken ? `\`${taken}\` means something else in this file` : null;
}

function countOfProcess({ node }: Call, model: ProcessModel): readonly Edit[] {
  const { tree, semantics, facts } = model;
  const wanted = { module: 'os', name: 'process_cpu_count' };
  const { edits, expression } = importEdit(tree, semantics.scopes, wanted, [node]);
  const added = [...edits, { from: node.from, to: node.to, text: `${expression}()` }];
  return ['os', 'multiprocessing'].reduce<readonly Edit[]>(
    (all, module) => withoutUnused(all, semantics, module, [node], facts.importedNames),
    added,
  );
}

function affinityOrCount({ node }: Call, model: ProcessModel): readonly Edit[] {
  const { tree, semantics } = model;
  const { edits, expression } = importEdit(tree, semantics.scopes, { module: 'os' }, [node]);
  const quote = quoteOf(tree);
  const count = `len(${expression}.sched_getaffinity(0)) if hasattr(${expression}, ${quote}sched_getaffinity${quote}) else ${semantics.textOf(node)}`;
  const text = isWhole(node.parent?.kind ?? '') ? count : `(${count})`;
  return [...edits, { from: node.from, to: node.to, text }];
}

/** Whether what stands there is a whole argument or value, so that it needs no parentheses. */
function isWhole(parent: string): boolean {
  return /^(ArgList|AssignStatement|ReturnStatement|ParenthesizedExpression|ParamList)$/.test(
    parent,
  );
}
