/**
 * The text with as few lines as it takes for `fails` to hold, as far as leaving out runs of lines gets in the time
 * given.
 */
export async function shorten(
  text: Buffer,
  fails: (text: Buffer) => Promise<boolean>,
  limitMs: number,
): Promise<Buffer> {
  const end = performance.now() + limitMs;
  let lines: string[] = text.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? [];
  for (let run = Math.ceil(lines.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < lines.length && performance.now() < end; ) {
      const fewer = lines.toSpliced(at, run);
      if (await fails(Buffer.from(fewer.join(''), 'latin1'))) lines = fewer;
      else at += run;
    }
  }
  return Buffer.from(lines.join(''), 'latin1');
}
