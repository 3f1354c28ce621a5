/** A line of a log without what a logger, a terminal or a container put round it. */
export interface Line {
  /** Where it is in the text, from 0. */
  readonly number: number;
  readonly text: string;
  /** Who wrote it, where the lines of several writers are told apart by what stands in front; else empty. */
  readonly writer: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what colours are made of
const ANSI = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])/g;
/** Colours of which the escape character got lost on the way, as in many issues. */
const LOST_ANSI = /\[(?:\d{1,2};)*\d{1,2}m(?=\S|$)|(?<=\S)\[0?m/g;

interface Prefix {
  readonly pattern: RegExp;
  /** Whether it tells one writer from another. */
  readonly isName?: true;
}

/** What stands in front of lines; each takes one blank behind it, as the line's own indentation follows. */
const PREFIXES: readonly Prefix[] = [
  // docker compose, kubectl logs --prefix
  { pattern: /^[\w.@/-]+\s*\| ?(?=\S|\s|$)/, isName: true },
  { pattern: /^\[pod\/[^\]]+\] ?/, isName: true },
  // systemd and syslog: Jan 02 03:04:05 host unit[12]:
  { pattern: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [\w.@-]+(?:\[\d+\])?: ?/, isName: true },
  {
    pattern:
      /^\[?\d{4}[-/]\d\d[-/]\d\d[T ,]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?Z|[+-]\d\d:?\d\d| UTC)?\]?:? ?/,
  },
  { pattern: /^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]? ?/ },
  // kubernetes' own log: stderr F
  { pattern: /^std(?:err|out) [FP] / },
  // mpirun, srun --label, torchrun
  { pattern: /^\[\d+,\d+\]<std(?:err|out)>: ?/, isName: true },
  { pattern: /^\[?(?:rank)?\d+\]?: (?=\S|\s)/, isName: true },
  // ray
  { pattern: /^\([\w.]+ pid=\d+(?:, ip=[\d.]+)?\) ?/, isName: true },
  // logging's levels, with or without a logger's name
  { pattern: /^(?:DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)(?::[\w.]+:| *[|:-])? ?(?=\S)/i },
  { pattern: /^\[(?!Errno|WinError|Previous line)[^\]\n]{1,60}\]:? ?(?=\S|\s{2}|$)/, isName: true },
  // pytest's E, and citations
  { pattern: /^E {3}(?=.)/ },
  { pattern: /^(?:> ?)+(?!\d)/ },
];

/** The marks that an exception group puts in front of its parts. */
const GROUP = /^ *(?:\| ?|\+-[-+ .\d]*$|\+ (?=Exception Group Traceback))/;
const MAX_PREFIXES = 6;

/** Longer ones are data; a message has its words at either end. */
const MAX_LENGTH = 2_000;
/** A text of more lines is a log, of which only what is near to these words is looked at. */
const FEW_LINES = 2_000;
const TROUBLE =
  /Traceback|Error|Exception|Warning|Interrupt|Process |pickle|leaked|terminated|File "|[Pp]ool\b|daemonic|handles|DataLoader/;
const NEAR = 40;

/** The lines of a text, as they were written by Python. */
export function linesOf(text: string): Line[] {
  const all = text.split(/\r*\n|\r(?=.)/);
  const isNear = all.length > FEW_LINES ? nearTrouble(all) : null;
  return all.flatMap((line, number) =>
    isNear && !isNear[number] ? [] : { number, ...stripped(cleaned(shortened(line))) },
  );
}

/** Which lines stand near one that speaks of trouble. */
function nearTrouble(lines: readonly string[]): Uint8Array {
  const isNear = new Uint8Array(lines.length);
  for (const [number, line] of lines.entries()) {
    if (TROUBLE.test(line)) isNear.fill(1, Math.max(0, number - NEAR), number + NEAR + 1);
  }
  return isNear;
}

function shortened(line: string): string {
  if (line.length <= 2 * MAX_LENGTH) return line;
  return `${line.slice(0, MAX_LENGTH)}…${line.slice(-MAX_LENGTH)}`;
}

function cleaned(line: string): string {
  return line
    .replace(ANSI, '')
    .replace(LOST_ANSI, '')
    .replace(/[\r\u200b\ufeff]/g, '');
}

function stripped(line: string): Pick<Line, 'text' | 'writer'> {
  let text = line;
  let writer = '';
  for (let count = 0; count < MAX_PREFIXES; count++) {
    const found = PREFIXES.map(({ pattern, isName }) => ({
      match: pattern.exec(text),
      isName,
    })).find(({ match }) => match !== null && match[0] !== '');
    if (!found?.match) break;
    const [front] = found.match;
    if (found.isName) writer += front.trim();
    text = text.slice(front.length);
  }
  return { text: text.replace(GROUP, ''), writer };
}
