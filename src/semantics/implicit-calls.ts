import type { Node } from '../syntax/node.ts';
import { MAKERS } from './call-graph.ts';
import { codeOf } from './code.ts';
import type { Semantics } from './semantics.ts';

/** The methods that code runs without calling them by name: properties, operators, `with`, loops. */
export class ImplicitCalls {
  private readonly properties = new Map<string, Node[]>();
  private readonly hasGenerators: boolean;
  private readonly operators = new Map<Node, readonly Node[]>();

  constructor(private readonly semantics: Semantics) {
    const { scopes, values } = semantics;
    this.hasGenerators = scopes.all.some(({ node }) => isGenerator(node));
    for (const { kind, node, bindings } of scopes.all) {
      if (kind !== 'class') continue;
      const operators: Node[] = [];
      for (const [name, { definitions }] of bindings) {
        const functions = definitions.filter((d) => d.kind === 'function').map((d) => d.node);
        const properties = functions.filter((fn) => values.isProperty(fn));
        if (properties.length > 0)
          this.properties.set(name, [...this.propertiesOf(name), ...properties]);
        if (/^__\w+__$/.test(name) && !MAKERS.includes(name)) operators.push(...functions);
      }
      if (operators.length > 0) this.operators.set(node, operators);
    }
  }

  /** The methods that the use of a name or attribute may run. */
  methodsAt(node: Node): Node[] {
    const attribute = this.semantics.attribute(node);
    const properties = attribute ? this.propertiesOf(attribute.name) : this.reflectedBy(node);
    const generators = this.hasGenerators ? this.generatorsBehind(node) : [];
    if (this.operators.size === 0 || !INSTANCES.has(node.kind))
      return [...properties, ...generators];
    const { values } = this.semantics;
    const operators = values
      .classesOf(node)
      .flatMap((each) => values.lineOf(each))
      .flatMap((each) => this.operators.get(each) ?? []);
    return [...properties, ...generators, ...operators];
  }

  /** `getattr(object, name)` may run any property. */
  private reflectedBy(node: Node): readonly Node[] {
    const call = this.properties.size > 0 ? this.semantics.call(node) : null;
    const name = call && this.semantics.values.qualifiedName(call.callee);
    return REFLECTING.test(name ?? '') ? [...this.properties.values()].flat() : [];
  }

  /** Whether a name stands for what its readers use up: an iterator, a file. */
  isDrawnFrom(name: Node): boolean {
    const { semantics } = this;
    return this.valuesOf(name).some((source) => {
      const callee = semantics.call(source)?.callee;
      const drawn = callee && semantics.values.qualifiedNames(callee).some((n) => DRAWN.test(n));
      return (
        source.kind === 'ComprehensionExpression' || drawn || this.generatorsOf(source).length > 0
      );
    });
  }

  /** The generators of this file that the use of a name may let run on. */
  private generatorsBehind(name: Node): Node[] {
    return this.valuesOf(name).flatMap((source) => this.generatorsOf(source));
  }

  private generatorsOf(source: Node): Node[] {
    const callee = this.semantics.call(source)?.callee;
    return callee ? this.semantics.values.definitions(callee).filter(isGenerator) : [];
  }

  private valuesOf(name: Node): Node[] {
    const definitions = this.semantics.bindingOf(name)?.definitions ?? [];
    if (name.kind !== 'VariableName' || definitions.some((d) => d.nameNode === name)) return [];
    return definitions.flatMap(({ kind, value }) =>
      value && GIVING.has(kind) ? this.semantics.values.sources(value) : [],
    );
  }

  private propertiesOf(name: string): readonly Node[] {
    return this.properties.get(name) ?? [];
  }
}

const INSTANCES: ReadonlySet<string> = new Set([
  'VariableName',
  'MemberExpression',
  'CallExpression',
]);
const GIVING: ReadonlySet<string> = new Set(['assignment', 'with', 'walrus']);
const REFLECTING = /^builtins\.(getattr|setattr|delattr|hasattr)$/;
/** Calls that give what is used up by reading it. */
const DRAWN =
  /^(builtins\.(iter|zip|map|filter|enumerate|reversed|open)|io\.open|itertools\.\w+|csv\.reader)$/;

function isGenerator(fn: Node): boolean {
  const body = fn.kind === 'FunctionDefinition' ? fn.lastChild : null;
  return body !== null && [...codeOf(body)].some(({ kind }) => kind === 'yield');
}

/** Whether a callable has a dotted name that says what it does; that of an object that is called says nothing. */
export function isNamed(callee: Node, { values }: Semantics): boolean {
  return values.qualifiedNames(callee).some((name) => !name.endsWith('()'));
}
