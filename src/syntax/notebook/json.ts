/** Reads JSON as Python's `json` does, and tells where in the text everything stands. Offsets are UTF-16 code units. */

export type JsonNode = JsonObject | JsonArray | JsonLeaf;

export interface JsonObject {
  readonly kind: 'object';
  readonly from: number;
  readonly to: number;
  readonly members: ReadonlyMap<string, JsonNode>;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly from: number;
  readonly to: number;
  readonly items: readonly JsonNode[];
}

/** A string, its quotes included, or a number or word. */
export interface JsonLeaf {
  readonly kind: 'string' | 'other';
  readonly from: number;
  readonly to: number;
}

/** Text that is no JSON. */
export class JsonError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** @throws JsonError at the first place that is wrong. */
export function parseJson(text: string): JsonNode {
  return new Parser(text).document();
}

/** The value of a string node. */
export function stringValue(text: string, { from, to }: JsonLeaf): string {
  return JSON.parse(text.slice(from, to)) as string;
}

const MAX_DEPTH = 500;
/** Python writes and reads the last three, though they are no JSON. */
const WORD = /true|false|null|-?Infinity|NaN|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const CONFLICT = /(?:<{7}|={7}|>{7})(?![<=>])/y;

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): JsonNode {
    const value = this.value(0);
    this.blanks();
    if (this.at < this.text.length) throw this.error('the end of the file is expected');
    return value;
  }

  private value(depth: number): JsonNode {
    if (depth > MAX_DEPTH) throw this.error('it is nested too deeply');
    this.blanks();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
    }
    const from = this.at;
    if (!this.takes(WORD)) throw this.error('a value is expected');
    return { kind: 'other', from, to: this.at };
  }

  private object(depth: number): JsonObject {
    const from = this.at;
    const members = new Map<string, JsonNode>();
    this.list('}', () => {
      if (this.text[this.at] !== '"') throw this.error('a name in double quotes is expected');
      const name = stringValue(this.text, this.string());
      this.blanks();
      if (this.text[this.at] !== ':') throw this.error('`:` is expected');
      this.at++;
      members.set(name, this.value(depth + 1));
    });
    return { kind: 'object', from, to: this.at, members };
  }

  private array(depth: number): JsonArray {
    const from = this.at;
    const items: JsonNode[] = [];
    this.list(']', () => items.push(this.value(depth + 1)));
    return { kind: 'array', from, to: this.at, items };
  }

  /** Items between brackets, the first of which comes next, with commas between them. */
  private list(end: string, item: () => void): void {
    this.at++;
    this.blanks();
    if (this.text[this.at] !== end) {
      for (;;) {
        item();
        this.blanks();
        if (this.text[this.at] !== ',') break;
        this.at++;
        this.blanks();
      }
    }
    if (this.text[this.at] !== end) throw this.error(`\`,\` or \`${end}\` is expected`);
    this.at++;
  }

  private string(): JsonLeaf {
    const from = this.at++;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) return { kind: 'string', from, to: ++this.at };
      if (code === 0x5c) {
        if (!this.takes(ESCAPE)) throw this.error('this is no escape that JSON has');
      } else if (Number.isNaN(code)) {
        this.at = from;
        throw this.error('a string begins that nothing ends');
      } else if (code < 0x20) throw this.error('a string may not hold a control character');
      else this.at++;
    }
  }

  private takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private blanks(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  private error(message: string): JsonError {
    const offset = this.at;
    return this.takes(CONFLICT)
      ? new JsonError('a merge left its conflict here', offset)
      : new JsonError(`${message} here`, offset);
  }
}
