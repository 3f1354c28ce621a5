import type { Node } from '../syntax/node.ts';
import { importsOf } from '../syntax/shapes.ts';
import type { ProcessModel } from './model.ts';

/** Functions of `torch.cuda` that don't touch the device before it is in use. */
const HARMLESS = /^torch\.cuda\.(manual_seed|manual_seed_all|is_initialized|empty_cache)$/;

/** Methods that bring a tensor back to the host. */
const TO_HOST: ReadonlySet<string> = new Set(['cpu', 'item', 'tolist', 'numpy']);

/** The first place at which code that runs in children, or what is handed to them, uses CUDA; or null. */
export function cudaInWorkers(model: ProcessModel): Node | null {
  if (!importsTorch(model)) return null;
  const cuda = new Cuda(model);
  const handed = model.submissions.flatMap(({ call, creations }) => [
    ...call.args,
    ...creations.flatMap((creation) => creation.call.args),
  ]);
  const uses = [
    ...[...model.runsInWorkers].flatMap((code) => cuda.useIn(code) ?? []),
    ...handed.flatMap(({ value }) => cuda.mentionIn(value) ?? []),
  ];
  return uses.sort((a, b) => a.from - b.from)[0] ?? null;
}

function importsTorch({ tree, semantics }: ProcessModel): boolean {
  return [...tree.root.walk()].some(
    (node) =>
      node.kind === 'ImportStatement' &&
      importsOf(node, semantics.tree.text).some(({ module }) => /^torch\b/.test(module)),
  );
}

class Cuda {
  private readonly asked = new Set<Node>();

  constructor(private readonly model: ProcessModel) {}

  /** The first expression in a piece of code that needs CUDA to be ready. */
  useIn(code: Node): Node | null {
    for (const node of code.walk()) {
      if (this.isUse(node) || (this.isRead(node) && this.isOnDevice(node))) return node;
    }
    return null;
  }

  /** The first expression in an argument whose value lies on the device; what is brought back to the host does not. */
  mentionIn(argument: Node): Node | null {
    if (this.isToHost(argument)) return null;
    if (this.isOnDevice(argument)) return argument;
    for (const child of argument.children) {
      const found = this.mentionIn(child);
      if (found) return found;
    }
    return null;
  }

  private isUse(node: Node): boolean {
    const { semantics } = this.model;
    const call = semantics.call(node);
    if (!call) return false;
    const name = semantics.values.qualifiedName(call.callee) ?? '';
    if (name.startsWith('torch.cuda.')) return !HARMLESS.test(name);
    const method = semantics.attribute(call.callee)?.name;
    if (method === 'cuda') return !this.isOwnMethod(call.callee);
    return call.args.some(
      (argument) =>
        (argument.name === 'device' || (method === 'to' && argument.name === null)) &&
        name !== 'torch.device' &&
        this.isOnDevice(argument.value),
    );
  }

  private isOwnMethod(callee: Node): boolean {
    return this.model.semantics.values.definitions(callee).length > 0;
  }

  private isToHost(node: Node): boolean {
    const call = this.model.semantics.call(node);
    const method = call && this.model.semantics.attribute(call.callee)?.name;
    return TO_HOST.has(method ?? '');
  }

  private isRead(node: Node): boolean {
    const isBound = this.model.semantics
      .bindingOf(node)
      ?.definitions.some((definition) => definition.nameNode === node);
    return (node.kind === 'VariableName' && !isBound) || node.kind === 'MemberExpression';
  }

  /** Whether an expression may be a CUDA device, the name of one, or a tensor or model that lies on one. */
  private isOnDevice(expression: Node): boolean {
    return this.model.semantics.values
      .sources(expression)
      .some((source) => this.isDeviceValue(source));
  }

  private isDeviceValue(node: Node): boolean {
    if (this.asked.has(node)) return false;
    this.asked.add(node);
    const answer = this.decide(node);
    this.asked.delete(node);
    return answer;
  }

  private decide(node: Node): boolean {
    const { semantics } = this.model;
    if (node.kind === 'String' || node.kind === 'FormatString') {
      return /^[fFuU]?['"]cuda(['"]$|:)/.test(semantics.textOf(node));
    }
    const call = semantics.call(node);
    if (!call) return false;
    const name = semantics.values.qualifiedName(call.callee) ?? '';
    if (name === 'torch.device') {
      return call.args.slice(0, 1).some((argument) => this.isOnDevice(argument.value));
    }
    if (name.startsWith('torch.cuda.')) return false;
    if (this.isUse(node)) return true;
    const attribute = semantics.attribute(call.callee);
    return attribute !== null && !TO_HOST.has(attribute.name) && this.isOnDevice(attribute.object);
  }
}
