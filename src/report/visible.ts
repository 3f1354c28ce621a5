import stringWidth from 'string-width';

const TAB = '    ';

/** Source text as a terminal may show it: tabs widened, control characters and direction marks made visible. */
export function visible(text: string): string {
  return text
    .replaceAll('\t', TAB)
    .replace(/\p{Cc}|[\u2028-\u202e\u2066-\u2069\ufeff]/gu, (char) =>
      char < ' ' ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : '\ufffd',
    );
}

/** How many columns of a terminal a visible text takes. */
export function width(text: string): number {
  return stringWidth(text, { countAnsiEscapeCodes: true });
}

/** What a person counts as one character, in order. */
export function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
}
