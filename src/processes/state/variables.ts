import type { Binding, Definition } from '../../semantics/scopes.ts';
import type { Node } from '../../syntax/node.ts';
import { importedName } from '../../syntax/shapes.ts';
import { isStandardModule } from '../import-time/standard-modules.ts';
import type { ProcessModel } from '../model.ts';

/** A value that all code of a process finds under one global name. */
export interface Variable {
  /** The same for every place that means it: `CONFIG`, `Settings.debug`, `package.settings:DEBUG`. */
  readonly key: string;
  /** As the code says it: `settings.DEBUG`. */
  readonly text: string;
  readonly binding: Binding;
  /** The attribute of a class, function or module; null where the name itself is the variable. */
  readonly attribute: string | null;
  /** Whether it belongs to what an import gives, so that other modules see it too. */
  readonly isForeign: boolean;
}

/** The variables that a mention of a name stands for: the name, or the attribute that is taken from it; none for locals. */
export function variablesAt(name: Node, model: ProcessModel): Variable[] {
  const { semantics } = model;
  const binding = semantics.bindingOf(name);
  const [first, ...others] = binding?.definitions ?? [];
  if (!binding || !first) return [];
  const isOfModule = binding.scope.kind === 'module';
  const plain = { text: binding.name, binding, attribute: null, isForeign: false };
  if (!isLasting(binding, model)) return isOfModule ? [{ ...plain, key: binding.name }] : [];
  const { imported } = first;
  if (others.length > 0 || (imported ? isStandardModule(imported.module) : !isOfModule)) return [];
  const key = imported ? importedName(imported) : binding.name;
  const member = name.parent && semantics.attribute(name.parent);
  const attribute = member?.object === name ? member.name : null;
  return [
    ...(imported ? [{ ...plain, key, isForeign: true }] : []),
    ...(attribute !== null
      ? [
          {
            key: `${key}${imported ? ':' : '.'}${attribute}`,
            text: `${binding.name}.${attribute}`,
            binding,
            attribute,
            isForeign: imported !== null,
          },
        ]
      : []),
  ];
}

/** Whether a name means a function, a class or what an import gives, in the parent and in children alike. */
function isLasting({ definitions, scope }: Binding, model: ProcessModel): boolean {
  const isEverywhere = ({ nameNode }: Definition) =>
    scope.kind !== 'module' ||
    (!model.isGuarded(nameNode) && model.semantics.enclosingFunction(nameNode) === null);
  return definitions.every((definition) =>
    definition.kind === 'import'
      ? isEverywhere(definition)
      : definition.kind === 'function' || definition.kind === 'class',
  );
}
