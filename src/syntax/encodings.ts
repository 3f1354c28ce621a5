import iconv from 'iconv-lite';

/** Python's names for encodings that iconv-lite knows under another one; keys as `normalized` gives them. */
const PYTHON_ALIASES: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    '646': 'ascii',
    '8859': 'latin1',
    big5_tw: 'big5',
    cp00858: 'cp858',
    cp1051: 'hp_roman8',
    cp65001: 'utf8',
    cp866u: 'cp1125',
    cp_is: 'cp861',
    eucgb2312_cn: 'gb2312',
    gb18030_2000: 'gb18030',
    hkscs: 'big5hkscs',
    ibm00858: 'cp858',
    'iso_646.irv_1991': 'ascii',
    iso8859: 'latin1',
    ks_x_1001: 'euc_kr',
    ksx1001: 'euc_kr',
    latin: 'latin1',
    ms874: 'cp874',
    ruscii: 'cp1125',
    tis_620_2529_0: 'tis_620',
    u8: 'utf8',
    u_jis: 'euc_jp',
    uhc: 'cp949',
    ujis: 'euc_jp',
    utf: 'utf8',
    utf8_ucs2: 'utf8',
    utf8_ucs4: 'utf8',
    x_mac_japanese: 'shift_jis',
    x_mac_korean: 'euc_kr',
    x_mac_simp_chinese: 'gb2312',
    x_mac_trad_chinese: 'big5',
  }),
);

/** As CPython's tokenizer: `utf-8-unix` is `utf-8`, `latin-1` is `iso-8859-1`; other names stay as they are. */
export function cookieName(name: string): string {
  const start = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (/^utf-8($|-)/.test(start)) return 'utf-8';
  return /^(latin-1|iso-8859-1|iso-latin-1)($|-)/.test(start) ? 'iso-8859-1' : name;
}

/** iconv-lite's name for an encoding that Python source may be in; null for one that can't be read here. */
export function codecOf(name: string): string | null {
  const key = normalized(name);
  const codec = PYTHON_ALIASES.get(key) ?? key.replace(/^iso_(8859_\d+)_\d{4}$/, 'iso$1');
  return iconv.encodingExists(codec) && keepsAscii(codec) ? codec : null;
}

function normalized(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, '_');
}

const ASCII = Buffer.from(Array.from({ length: 128 }, (_, byte) => byte));

// A cookie can only be read before its encoding is known, so the encoding has to agree with ASCII.
function keepsAscii(codec: string): boolean {
  return iconv.decode(ASCII, codec) === ASCII.toString('latin1');
}
