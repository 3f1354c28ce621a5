/** Python's codecs, built on iconv-lite's: what these read otherwise than Python's is put right or refused. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

interface Difference {
  /** iconv-lite's name, where it is another one. */
  readonly base?: string;
  /** What Python's codec does not take: the bytes of a character, each as a letter of Latin-1. */
  readonly lacks?: RegExp;
  /** Bytes in hexadecimal, each with the character that it is to Python. */
  readonly own?: string;
}

const TENS = 'a451 十 a4ca 卅';
const BIG5 = 'a145 • a14e ､ a1c2 ‾ a1e3 ∼ a1f2 ♁ a1f3 ☉ a241 ／ a242 ＼ a244 ¥ a246 ¢ a247 £';

const DIFFERENCES: ReadonlyMap<string, Difference> = new Map(
  Object.entries<Difference>({
    big5: { base: 'cp950', lacks: /^(?:\xa3\xe1|\xf9[\xd6-\xfe])/, own: `${BIG5} ${TENS}` },
    big5hkscs: {
      lacks:
        /^(?:\x87[\x7a-\xdf]|\xa3[\xc0-\xe1]|\xc6[\xcf\xd3\xd5\xd7\xdf]|\xfb[\x48\xf9]|\xfc\x6c|\xfe\x52)/,
      own: `${BIG5} 90c4 隶 9975 猪 9def 嘅 9dfb 廐 a0dc 悤 c969 仝 fbfd 廴 fcd3 无 fec1 癶`,
    },
    cp950: { own: TENS },
    cp1255: { lacks: /^\xca/ },
    euc_jp: {
      lacks: /^(?:[\xad\xf9-\xfc]|\x8f\xa2\xb7|\x8f[\xf3\xf4])/,
      own: 'a1c1 〜 a1c2 ‖ a1dd − a1f1 ¢ a1f2 £ a2cc ¬',
    },
    euc_kr: { lacks: /^(?:[\x80-\xa0]|.[\0-\xa0]|\xa4\xd4)/s },
    gb18030: { own: 'a8bc \ue7c7 8135f437 ḿ' },
    gb2312: {
      lacks:
        /^(?:[\x80-\xa0\xaa-\xaf\xf8-\xff]|.[\0-\xa0]|\xa2[\xa1-\xaa]|\xa6[\xe0-\xf5]|\xa8[\xbb-\xc0]|\xa9\x96)/s,
      own: 'a1a4 ・ a1aa ―',
    },
    gbk: {
      lacks:
        /^(?:\x80|[\xa1\xa2\xa4-\xa7][\x40-\xa0]|\xa3[\x40-\x9f]|[\xaa-\xaf\xf8-\xfd][\xa1-\xfe]|\xa2[\xab-\xb0\xe4\xef\xf0\xfd\xfe]|\xa4[\xf4-\xfe]|\xa5[\xf7-\xfe]|\xa6[\xb9-\xc0\xd9-\xdf\xec\xed\xf3\xf6-\xfe]|\xa7[\xc2-\xd0\xf2-\xfe]|\xa8[\x96-\xa0\xbc\xbf\xc1-\xc4\xea-\xfe]|\xa9[\x58\x5b\x5d-\x5f\x89-\x95\x97-\xa3\xf0-\xfe]|\xd7[\xfa-\xfe]|\xfe[\x50-\xfe])/,
    },
    mac_croatian: { own: 'bd Ω d8 \uf8ff db €' },
    mac_cyrillic: { own: 'a2 Ґ b6 ґ ff €' },
    mac_greek: { own: '9c € af · ff \xad' },
    mac_iceland: { own: 'bd Ω db € f0 \uf8ff' },
    mac_roman: { own: 'bd Ω db € f0 \uf8ff' },
    mac_turkish: { own: 'bd Ω' },
    shift_jis: {
      lacks: /^(?:\x80|\x87[\x40-\x9c]|[\xfa-\xfc])/,
      own: '8160 〜 8161 ‖ 817c − 8191 ¢ 8192 £ 81ca ¬',
    },
  }),
);

/** The bytes of one character that is no ASCII; those of EUC-JP can be three. */
const CHARACTERS: ReadonlyMap<string, RegExp> = new Map([
  ['cp1255', /[^\0-\x7f]/g],
  ['shift_jis', /[\x81-\x9f\xe0-\xfc].|[^\0-\x7f]/gs],
  ['euc_jp', /\x8f..|[^\0-\x7f]./gs],
]);
const TWO_BYTES = /[\x81-\xfe].|[^\0-\x7f]/gs;

/** One of Python's codecs, by Python's name for it. */
export class Codec {
  private readonly base: string;
  private readonly lacks: RegExp | null;
  private readonly isUtf8: boolean;
  /** From characters of Python's to the bytes that only it reads so. */
  private readonly own = new Map<string, Buffer>();
  /** From characters as iconv-lite reads them to those that they are to Python. */
  private readonly read = new Map<string, string>();

  constructor(private readonly name: string) {
    const { base = name, lacks = null, own = '' } = DIFFERENCES.get(name) ?? {};
    this.base = base;
    this.lacks = lacks;
    this.isUtf8 = name === 'utf_8';
    for (const [, bytes = '', character = ''] of own.matchAll(/([\da-f]+) (.)/gu)) {
      const buffer = Buffer.from(bytes, 'hex');
      this.own.set(character, buffer);
      this.read.set(iconv.decode(buffer, base), character);
    }
  }

  /** The text of some bytes; null where Python refuses them, or where the text does not give the same bytes again. */
  decode(bytes: Buffer): string | null {
    if (this.isUtf8) return isUtf8(bytes) ? bytes.toString('utf8') : null;
    return this.firstBad(bytes) < 0 ? this.textOf(bytes) : null;
  }

  /** The bytes of a text. Throws RangeError where the codec lacks a character. */
  encode(text: string): Buffer {
    const bytes = this.bytesOf(text);
    if (this.decode(bytes) !== text)
      throw new RangeError(`${this.name} can't hold every character of the new text`);
    return bytes;
  }

  /** The text of some bytes, with a character for what is wrong. */
  textOf(bytes: Buffer): string {
    return this.replaced(iconv.decode(bytes, this.base, { stripBOM: false }), this.read);
  }

  /** The offset of the first byte that is wrong; -1 where there is none. */
  firstBad(bytes: Buffer): number {
    const text = this.textOf(bytes);
    const again = this.bytesOf(text);
    const places = [
      again.equals(bytes) ? -1 : bytes.findIndex((byte, index) => byte !== again[index]),
      this.firstLacking(bytes),
    ];
    // A gap of a codec with one byte a character comes back as the same byte.
    if (text.length === bytes.length) places.push(text.indexOf('\ufffd'));
    const found = places.filter((place) => place >= 0);
    if (found.length > 0) return Math.min(...found);
    return again.length > bytes.length ? bytes.length - 1 : -1;
  }

  /** Whether Python reads what begins at an offset, as far as is known here. */
  reads(bytes: Buffer, at: number): boolean {
    const rest = bytes.subarray(at, at + 4);
    return !this.textOf(rest).startsWith('\ufffd') && this.firstLacking(rest) !== 0;
  }

  private bytesOf(text: string): Buffer {
    if (this.own.size === 0) return iconv.encode(text, this.base);
    const letters = [...this.own.keys()].join('');
    const parts = text.split(new RegExp(`([${letters}])`, 'u'));
    return Buffer.concat(parts.map((part) => this.own.get(part) ?? iconv.encode(part, this.base)));
  }

  private firstLacking(bytes: Buffer): number {
    const { lacks } = this;
    if (!lacks) return -1;
    const characters = CHARACTERS.get(this.name) ?? TWO_BYTES;
    for (const { 0: character, index } of bytes.toString('latin1').matchAll(characters)) {
      if (lacks.test(character)) return index;
    }
    return -1;
  }

  private replaced(text: string, characters: ReadonlyMap<string, string>): string {
    if (characters.size === 0) return text;
    const letters = new RegExp(`[${[...characters.keys()].join('')}]`, 'gu');
    return text.replace(letters, (letter) => characters.get(letter) ?? letter);
  }
}
