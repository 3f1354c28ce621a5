import type { Code } from './code-facts.ts';
import type { Program } from './program.ts';
import type { Reach } from './reach.ts';
import { lineOf, type Place, type TextFacts } from './texts.ts';
import { maySetAnything } from './unnamed-sets.ts';

/**
 * What of the code that children run a program may replace while it runs: functions, methods, attributes of functions
 * and packages. `seenFrom` is the file that starts the children.
 */
export function replacements(reach: Reach, seenFrom: string, program: Program): string[] {
  return new Replacements(reach, seenFrom, program).sentences();
}

class Replacements {
  private readonly texts: TextFacts;
  /** The names of the functions and classes that children run, with whether each is a method. */
  private readonly names: ReadonlyMap<string, boolean>;

  constructor(
    private readonly reach: Reach,
    private readonly seenFrom: string,
    private readonly program: Program,
  ) {
    this.texts = program.around(seenFrom);
    this.names = definedNames(reach);
  }

  sentences(): string[] {
    return [
      ...new Set([
        ...this.definitions(),
        ...this.attributes(),
        ...this.ofPackages(),
        ...this.registrations(),
        ...this.lateImports(),
        ...this.unnamed(),
      ]),
    ];
  }

  private changed(name: string, place: Place): string {
    return `\`${name}\`, which workers use, may be changed by ${lineOf(place, this.seenFrom)}`;
  }

  /** What children run themselves. */
  private definitions(): string[] {
    return [...this.names].flatMap(([name, isMethod]) => {
      const found = (this.texts.attributes.get(name) ?? []).find(
        ({ object, file, package: package_ }) =>
          isMethod ||
          file !== this.seenFrom ||
          package_ !== null ||
          object.includes('.') ||
          this.names.has(object),
      );
      return found ? [this.changed(name, found)] : [];
    });
  }

  /** What children ask their functions and classes for. */
  private attributes(): string[] {
    return [...this.reach.attributes].flatMap((name) => {
      const found = (this.texts.attributes.get(name) ?? []).find(({ object }) =>
        this.names.has(lastPart(object)),
      );
      return found ? [this.changed(name, found)] : [];
    });
  }

  private ofPackages(): string[] {
    const used = new Set([...this.reach.uses.keys()].map((name) => name.split('.', 1)[0] ?? ''));
    const sets = [...[...this.texts.attributes.values()].flat(), ...this.texts.changed];
    return sets.flatMap((place) => {
      const full = `${place.object}.${place.name}`;
      const isUsed =
        place.package !== null &&
        used.has(place.package) &&
        this.program.moduleOf(place.package, this.seenFrom) === null &&
        !SET_UP.test(full);
      return isUsed || (place.object === 'builtins' && this.reach.uses.has(full))
        ? [this.changed(full, place)]
        : [];
    });
  }

  private registrations(): string[] {
    return [...this.names.keys()].flatMap((name) => {
      const [first] = this.texts.registered.get(name) ?? [];
      return first ? [this.changed(name, first)] : [];
    });
  }

  /** Modules of packages that only code imports which the parent runs. */
  private lateImports(): string[] {
    return [...this.texts.imported].flatMap(([module, [first]]) => {
      const isUsed = [...this.reach.uses].some(
        ([name, code]) => name.startsWith(`${module}.`) && !importsModule(module, code),
      );
      if (!isUsed || !first) return [];
      const line = lineOf(first, this.seenFrom);
      return [`\`${module}\`, which workers use, may be imported in ${line} only`];
    });
  }

  private unnamed(): string[] {
    const first = this.texts.unnamed.find(({ file, row }) => {
      const model = this.program.modelOf(file);
      return model === null || maySetAnything(row, model);
    });
    if (!first) return [];
    const line = lineOf(first, this.seenFrom);
    return [`what ${line} sets, by a name that is not written out, is not known`];
  }
}

/** What is a setting of the process, and told as one. */
const SET_UP = /^(os\.environ|sys\.(argv|path|stdout|stderr|stdin|excepthook|displayhook|modules))/;

/** Whether what stands at a place has an import of a module behind it that children do, too. */
function importsModule(module: string, { model, node }: Code): boolean {
  const { scopes } = model.semantics;
  const own = scopes.all.filter((scope) => scope.kind === 'module' || scope.node.contains(node));
  return own
    .flatMap((scope) => [...scope.bindings.values()].flatMap(({ definitions }) => definitions))
    .some(
      ({ imported, node: statement }) =>
        imported !== null &&
        !model.isGuarded(statement) &&
        (imported.imported === null
          ? `${imported.module}.`.startsWith(`${module}.`)
          : `${imported.module}.${imported.imported}.`.startsWith(`${module}.`)),
    );
}

function definedNames(reach: Reach): Map<string, boolean> {
  const names = new Map<string, boolean>();
  for (const [model, code] of reach.code) {
    for (const node of code) {
      const nameNode = node.kind === 'LambdaExpression' ? null : node.child('VariableName');
      if (!nameNode) continue;
      const name = model.semantics.textOf(nameNode);
      const isMethod = model.semantics.scopeOf(node).kind === 'class';
      if (!/^__\w+__$/.test(name)) names.set(name, isMethod || (names.get(name) ?? false));
    }
  }
  return names;
}

function lastPart(object: string): string {
  return object.split('.').at(-1) ?? '';
}
