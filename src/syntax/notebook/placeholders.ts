/** Names that stand for what is no Python, and that nothing else in a text can be. */

/** Scripts whose letters Python takes in names, and that hardly any notebook has: their first letter, and how many. */
const SCRIPTS: readonly (readonly [first: number, count: number])[] = [
  [0xa000, 1165],
  [0x1401, 620],
  [0xa500, 269],
];

interface Placeholder {
  readonly original: string;
  /** What follows the name in its place. */
  readonly suffix: string;
}

/** Makes names out of letters that a text does not have, each once. */
export class Placeholders {
  private readonly byName = new Map<string, Placeholder>();
  private readonly letters: RegExp;

  private constructor(
    private readonly first: number,
    private readonly count: number,
  ) {
    this.letters = lettersOf(first, count, 'g');
  }

  /** Null where the text has letters of every script that could be used. */
  static notIn(text: string): Placeholders | null {
    const script = SCRIPTS.find(([first, count]) => !lettersOf(first, count).test(text));
    return script ? new Placeholders(...script) : null;
  }

  /** A new name of a length, or a longer one where there are no more of that length, and what follows it. */
  add(length: number, original: string, suffix = ''): string {
    let name = '';
    for (let rest = this.byName.size; rest > 0; rest = Math.floor(rest / this.count)) {
      name = this.letter(rest) + name;
    }
    name = name.padStart(Math.max(1, length), this.letter(0));
    this.byName.set(name, { original, suffix });
    return name + suffix;
  }

  /** A text with the originals in place of their names. */
  restored(text: string): string {
    let result = '';
    let end = 0;
    for (const { index, 0: name } of text.matchAll(this.letters)) {
      const known = this.byName.get(name);
      const to = index + name.length;
      const suffix = known && text.startsWith(known.suffix, to) ? known.suffix : '';
      result += text.slice(end, index) + (known?.original ?? name);
      end = to + suffix.length;
    }
    return result + text.slice(end);
  }

  /** Whether each name is in a text once, with what follows it. */
  areAllIn(text: string): boolean {
    const found = [...text.matchAll(this.letters)];
    return (
      found.length === this.byName.size &&
      new Set(found.map(([name]) => name)).size === found.length &&
      found.every(({ index, 0: name }) => {
        const suffix = this.byName.get(name)?.suffix;
        return suffix !== undefined && text.startsWith(suffix, index + name.length);
      })
    );
  }

  private letter(digit: number): string {
    return String.fromCharCode(this.first + (digit % this.count));
  }
}

function lettersOf(first: number, count: number, flags = ''): RegExp {
  const hex = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  return new RegExp(`[${hex(first)}-${hex(first + count - 1)}]+`, flags);
}
