/** Tests for Pythons other than CPython 3: what they guard never runs here. */

/** By what is tested and how, as `operator right`, whether that holds in CPython 3. */
const ANSWERS: readonly (readonly [name: RegExp, test: RegExp, holds: boolean])[] = [
  [/^sys\.platform\.startswith\(\)$/, /^"java/, false],
  [/^(sys\.platform|os\.name)$/, /^== "java/, false],
  [/^platform\.system\(\)$/, /^== "Java"$/, false],
  [/^platform\.python_implementation\(\)$/, /^== "Jython"$/, false],
  [/^sys\.version_info(\[0\]|\.major)$/, /^(== 2|< 3|<= 2|!= 3)$/, false],
  [/^sys\.version_info(\[0\]|\.major)$/, /^(== 3|> 2|>= 3|!= 2)$/, true],
  [/^sys\.version_info$/, /^< \(3, ?(0, ?)*0?\)$/, false],
  [/^sys\.version_info$/, /^>=? \((3, ?(0, ?)*0?|2, ?\d*)\)$/, true],
  [/^(six|future\.utils)\.PY2$/, /^$/, false],
  [/^(six|future\.utils)\.PY3$/, /^$/, true],
];

/**
 * Whether a test holds in CPython 3: `name` is the dotted name of what is tested, `test` its operator and right side, or
 * a call's argument, with blanks and quotes made alike. Null where that is not known.
 */
export function holdsInPython3(name: string, test: string): boolean | null {
  const plain = test.replace(/\s+/g, ' ').replaceAll("'", '"').replace(/\( /g, '(');
  return ANSWERS.find(([names, tests]) => names.test(name) && tests.test(plain))?.[2] ?? null;
}
