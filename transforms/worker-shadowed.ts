import type { Definition } from '../src/semantics/scopes.ts';
import { defineTransform } from './transform.ts';
import { type ShadowedWorker, shadowedWorkers } from './worker-shadowed/find.ts';
import { processName, renamed } from './worker-shadowed/rename.ts';

export default defineTransform<ShadowedWorker>({
  code: 'MP210',
  name: 'worker-shadowed',
  summary:
    'a process is bound to the name of the function that it runs, so that children find no function',
  why: `A function travels to a child by its name: pickle writes down the module and the name, and the child looks
them up. Before it does so it looks the name up itself, and refuses what is not what it finds there. After
\`work = Process(target=work)\` at module level that name means the process, so \`work.start()\` fails:
\`_pickle.PicklingError: Can't pickle <function work at 0x…>: it's not the same object as __main__.work\`, in all versions
from 3.8 to 3.15. The same holds for a function that declares the name \`global\`, and for a list of processes that takes
the name of their function.

The \`target\` of a \`Process\` is pickled under \`spawn\` and \`forkserver\` only, so such a program works on Linux up to
Python 3.13 and fails on macOS, on Windows, and on Linux from 3.14. In a loop it fails under \`fork\` too: the second process
is given the first one as its target, and its child ends with \`TypeError: 'Process' object is not callable\`.

A main guard does not help, for the name is still the process in the parent, where the function is pickled. Processes that
are not started, and those in a function's local variables, are left alone.`,
  startMethods: ['spawn', 'forkserver'],
  fixable: 'safe',
  fixSafety: `The process gets a name of its own, where it is made and where it is used; the function keeps its name. What
each use means is told by what can have reached it, and where that may be both, by what is done with it: only functions
are called or handed to children, only processes are joined.

There is no fix where that does not tell, where children read the name, where the name is bound to something else too, where other files may import it or
\`__all__\` lists it, and where \`globals()\`, \`eval\` and the like may look it up.`,
  references: [
    'https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled',
    'https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods',
  ],

  *find(model) {
    for (const worker of shadowedWorkers(model)) {
      const { from, to } = worker.shadow.nameNode;
      const { startMethods } = worker;
      yield { from, to, message: messageOf(worker), startMethods, subject: worker };
    }
  },

  fix({ subject: { binding, shadow } }, model) {
    const areSeveral = isList(shadow);
    const name = processName(model.tree, binding.name, areSeveral);
    const edits = renamed(binding, model, name);
    if ('refusal' in edits) return edits;
    const message = `call the ${areSeveral ? 'processes' : 'process'} \`${name}\``;
    return { applicability: 'safe', message, edits, rebinds: [binding.name, name] };
  },
});

function messageOf({ binding, shadow, startMethods }: ShadowedWorker): string {
  const name = `\`${binding.name}\``;
  const now = isList(shadow) ? 'a list of processes' : 'the process';
  const again = startMethods.includes('fork')
    ? 'in the next round of the loop it is no function to run, and '
    : '';
  return (
    `${name} is ${now} from here on: ${again}a child that is not forked can't be given the function ${name}, ` +
    'which is looked up by that name'
  );
}

function isList({ value }: Definition): boolean {
  return /^(Array|Tuple)/.test(value?.kind ?? '');
}
