import type { Fix, Refusal } from '../../src/edits/fix.ts';
import { insertAfter } from '../../src/edits/insert.ts';
import { isInlineBody } from '../../src/edits/statements.ts';
import type { ProcessModel } from '../../src/processes/model.ts';
import { processLives } from '../../src/processes/process-life/process-life.ts';
import { iteratedBy } from '../../src/processes/process-life/waiting.ts';
import type { Node } from '../../src/syntax/node.ts';
import { statementOf, statementsOf, wholeStatement } from '../../src/syntax/shapes.ts';
import { secondLoop } from '../serial-start-join/second-loop.ts';
import type { Unjoined } from './find.ts';

/** Joins processes behind the last of those that are started in a row. */
export function addJoin({ life, start, unit }: Unjoined, model: ProcessModel): Fix | Refusal {
  const { semantics, tree } = model;
  const { process } = start;
  const statement = statementOf(start.node);
  if (wholeStatement(statement) !== statement || isInlineBody(tree, statement.parent)) {
    return {
      refusal: 'The `start()` shares its line with other code; join the process behind it.',
    };
  }
  const applicability = 'unsafe';
  const message = 'join what is started, so that the parent goes on when the work is done';
  if (unit.kind !== 'ForStatement') {
    if (process.kind !== 'VariableName') {
      return {
        refusal: 'Nothing keeps the process; give it a name, start it, and join it behind that.',
      };
    }
    const row = rowFrom(unit, model);
    const code = row.map(({ name }) => `${name}.join()\n`).join('');
    return {
      applicability,
      message,
      edits: insertAfter(tree, row.at(-1)?.statement ?? unit, code),
    };
  }
  const iterated = iteratedBy(unit);
  const loop = { loop: unit, iterated: iterated ?? unit, start: statement, process, lives: [life] };
  const second = iterated && secondLoop(loop, semantics);
  if (!second) {
    return {
      refusal:
        'Nothing keeps the processes; collect them in a list, and join each when all are started.',
    };
  }
  const code = `${second.header}\n    ${semantics.textOf(process)}.join()\n`;
  return {
    applicability,
    message,
    edits: [...second.edits, ...insertAfter(tree, unit, code)],
    rebinds: second.rebinds,
  };
}

/** The statements in a row that start processes, and the names of these. */
function rowFrom(unit: Node, model: ProcessModel): { statement: Node; name: string }[] {
  const started = new Map(
    processLives(model)
      .flatMap(({ uses }) => uses)
      .filter(({ kind }) => kind === 'start')
      .map(({ node, process }) => [node, model.semantics.textOf(process)]),
  );
  const row: { statement: Node; name: string }[] = [];
  for (const statement of statementsOf(unit.parent as Node).filter((s) => s.index >= unit.index)) {
    const name = statement.firstChild ? started.get(statement.firstChild) : undefined;
    if (name === undefined) break;
    row.push({ statement, name });
  }
  return row;
}
