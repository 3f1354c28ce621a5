import type { Node } from '../../syntax/node.ts';
import type { Binding, Definition } from '../scopes.ts';
import { UNKNOWN } from './phi.ts';
import { unitOf } from './units.ts';
import { type Context, Walk } from './walk.ts';

const NO_REBINDING: ReadonlySet<string> = new Set(['annotation', 'delete', 'parameter']);

/**
 * A walk that follows one name behind a place. The spare variable holds `UNKNOWN` from there on, up to the next
 * definition of the name; from there on that definition.
 */
export class Trace extends Walk {
  private isMet = false;
  private atEnd: number | null = null;
  /** What the spare variable held where a definition, by index, was met. */
  private readonly before = new Map<number, number>();

  constructor(
    context: Context,
    private readonly binding: Binding,
    private readonly start: Node,
    private readonly end: Node | null,
  ) {
    const places = [start, ...binding.definitions.map(({ nameNode }) => nameNode)];
    super(
      unitOf(binding.scope),
      context,
      places.map(({ from }) => from),
    );
  }

  override visit(node: Node): void {
    if (node === this.end) this.atEnd = this.control.state.get(this.spare);
    if (node === this.start) {
      this.isMet = true;
      this.control.bind(this.spare, UNKNOWN);
    }
    super.visit(node);
  }

  protected override bind(nameNode: Node, index: number): void {
    super.bind(nameNode, index);
    const { kind } = this.definitions[index] as Definition;
    if (NO_REBINDING.has(kind) || this.variableAt(nameNode) !== this.variable) return;
    this.before.set(index, this.control.state.get(this.spare));
    this.control.bind(this.spare, this.graph.valueOf(index));
  }

  private get variable(): number | undefined {
    return this.variables.get(this.binding);
  }

  /** The definitions that may run once control has passed the start, and up to the end, where there is one. */
  rebindings(): readonly Definition[] {
    const foreign = new Set(this.foreign[this.variable ?? -1]);
    const behind = this.behindStart();
    const own = new Set([...(this.lastOnes(behind) ?? behind)].map((i) => this.definitions[i]));
    return this.binding.definitions.filter(
      (definition) =>
        !NO_REBINDING.has(definition.kind) &&
        (!this.isMet || foreign.has(definition) || own.has(definition)),
    );
  }

  /** Those whose value the name may have at the end, and those in a loop that has ended there. Null without an end. */
  private lastOnes(behind: ReadonlySet<number>): number[] | null {
    if (!this.end || this.atEnd === null) return null;
    const { definitions, mayBeUnknown } = this.graph.resolve([this.atEnd]);
    const last = definitions.filter((index) => behind.has(index));
    if (last.length === 0 && !mayBeUnknown) return null;
    return [...last, ...[...behind].filter((i) => this.isInEndedLoop(this.definitions[i]))];
  }

  /** The definitions to which some way leads from the start. */
  private behindStart(): ReadonlySet<number> {
    const behind = new Set<number>();
    for (let size = -1; size < behind.size; ) {
      size = behind.size;
      for (const [index, value] of this.before) {
        const { definitions, mayBeUnknown } = this.graph.resolve([value]);
        if (mayBeUnknown || definitions.some((other) => behind.has(other))) behind.add(index);
      }
    }
    return behind;
  }

  /** Whether a definition lies in a loop with the start, of which the end is no part. */
  private isInEndedLoop(definition: Definition | undefined): boolean {
    for (let loop = definition?.nameNode.parent; loop; loop = loop.parent) {
      if (LOOP.test(loop.kind) && loop.contains(this.start) && !loop.contains(this.end as Node)) {
        return true;
      }
    }
    return false;
  }
}

const LOOP = /^(For|While)Statement$|Comprehension/;
