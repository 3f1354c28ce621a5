const LONGEST = 40;

/** Code for a message: one line of it, cut where it is long. */
export function shortened(code: string): string {
  const [line = ''] = code.trim().split(/[\r\n]/, 1);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** A character that may be invisible, or look like another one. */
export function characterInWords(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/[\p{C}\p{M}\p{Z}`]/u.test(character)) return code;
  return character < '\x7f' ? `\`${character}\`` : `\`${character}\` (${code})`;
}
