/** JSON strings, changed so that whatever stays the same in them stays as it is written. */

/** How a file writes the characters that JSON does not require to escape. */
export interface EscapeStyle {
  /** Whether all but ASCII is written `\uXXXX`. */
  readonly isAscii: boolean;
  readonly isUpperCase: boolean;
}

/** The style of a JSON text: a character beyond ASCII, or an escaped one, tells. */
export function escapeStyle(json: string): EscapeStyle {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  const isAscii = !/[^\x00-\x7f]/.test(json) && /\\u(?!00[01])[0-9a-fA-F]{4}/.test(json);
  return { isAscii, isUpperCase: isAscii && /\\u(?=[0-9A-F]*[A-F])[0-9A-F]{4}/.test(json) };
}

/** A text as it is written inside a JSON string, without the quotes. */
export function escaped(text: string, { isAscii, isUpperCase }: EscapeStyle): string {
  const plain = JSON.stringify(text).slice(1, -1);
  if (!isAscii) return plain;
  return plain.replace(/[^\x20-\x7e]/g, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${isUpperCase ? hex.toUpperCase() : hex}`;
  });
}

/** A text, and how each piece of it is written. */
export interface Written {
  readonly text: string;
  readonly raw: string;
}

/** The lines of what is written, each with its line break. */
export function writtenLines({ text, raw }: Written): Written[] {
  const lines: Written[] = [];
  let from = 0;
  let rawFrom = 0;
  let rawAt = 0;
  for (let at = 0; at < text.length; at++) {
    rawAt += rawLength(raw, rawAt);
    if (text[at] !== '\n' && at + 1 < text.length) continue;
    lines.push({ text: text.slice(from, at + 1), raw: raw.slice(rawFrom, rawAt) });
    from = at + 1;
    rawFrom = rawAt;
  }
  return lines;
}

/** A new text for an old one: what both begin and end with stays as it is written. */
export function rewritten(old: Written | undefined, text: string, style: EscapeStyle): Written {
  if (!old) return { text, raw: escaped(text, style) };
  const room = Math.min(old.text.length, text.length);
  let head = 0;
  while (head < room && old.text[head] === text[head]) head++;
  let tail = 0;
  while (tail < room - head && old.text.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const rawHead = rawOffset(old.raw, head);
  const rawTail = rawOffset(old.raw, old.text.length - tail);
  const middle = escaped(text.slice(head, text.length - tail), style);
  return { text, raw: old.raw.slice(0, rawHead) + middle + old.raw.slice(rawTail) };
}

/** Where the raw text of a character begins. */
function rawOffset(raw: string, index: number): number {
  let at = 0;
  for (let left = index; left > 0; left--) at += rawLength(raw, at);
  return at;
}

/** How long the escape or character at an offset is. */
function rawLength(raw: string, at: number): number {
  if (raw[at] !== '\\') return 1;
  return raw[at + 1] === 'u' ? 6 : 2;
}
