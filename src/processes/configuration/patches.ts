/** Functions and values of standard modules that a program replaces. */
import { codeOf } from '../../semantics/code.ts';
import type { Node } from '../../syntax/node.ts';
import { isStandardModule } from '../import-time/standard-modules.ts';
import type { ProcessModel } from '../model.ts';
import type { Candidate } from './candidates.ts';
import { CONFIGURATIONS } from './kinds.ts';
import { assignmentsTo, nameOfTarget, type Setter } from './setters.ts';

/** What reaches children otherwise, or belongs to another rule. */
const HANDED_ON = /^(sys\.(argv|path|std\w+|modules|flags)|os\.environ)\b|\(\)/;

/** Each attribute of a standard module that is assigned in one place. */
export function patchesOf(model: ProcessModel): Candidate[] {
  const { semantics } = model;
  const byName = new Map<string, Setter[]>();
  for (const setter of assignmentsTo(/^[a-z_]\w*(\.\w+)+$/i, semantics)) {
    const name = nameOfTarget(setter.node, semantics) ?? '';
    const isKnown = CONFIGURATIONS.some(({ assigned }) => assigned?.test(name));
    if (!isStandardModule(name) || HANDED_ON.test(name) || isKnown) continue;
    byName.set(name, [...(byName.get(name) ?? []), setter]);
  }
  return [...byName]
    .filter(([, setters]) => setters.length === 1)
    .map(([name, setters]) => ({
      configuration: {
        what: `\`${name.slice(0, name.lastIndexOf('.'))}\``,
        use: `uses \`${name}\``,
        without: 'finds the one that Python has',
        notRepeated: null,
      },
      setters,
      uses: (fn) => reads(fn, name, model),
      mayBeSetUp: () => false,
    }));
}

function reads(fn: Node, name: string, { semantics }: ProcessModel): boolean {
  return [...(fn.lastChild ? codeOf(fn.lastChild) : [])].some(
    (node) =>
      (node.kind === 'MemberExpression' || node.kind === 'VariableName') &&
      semantics.values.qualifiedName(node) === name,
  );
}
