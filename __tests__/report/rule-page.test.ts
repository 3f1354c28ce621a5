import { expect, test } from '@jest/globals';
import { rulePage, ruleTable } from '../../src/report/rule-page.ts';
import { RULE } from './findings.ts';

test('a page has all that is known of the rule, and the example as code and as a diff', () => {
  expect(rulePage(RULE, { before: 'f = lambda: 1\n', after: 'def f():\n    return 1\n' })).toBe(
    `# lambda-worker (MP201)

A lambda as a worker.

Start methods: spawn, forkserver.  
Fix: safe, applied by \`--write\`.

## Why

A lambda has no name that a child could find it by.

## Example

\`\`\`python
f = lambda: 1
\`\`\`

\`\`\`diff
@@ -1,1 +1,2 @@
-f = lambda: 1
+def f():
+    return 1
\`\`\`

## Fix safety

The function is the same, and has a name.

## References

- <https://docs.python.org/3/library/pickle.html>
`,
  );
});

test('without an example there is no section for it', () => {
  expect(rulePage(RULE, null)).not.toContain('## Example');
});

test('the table links to the pages', () => {
  expect(ruleTable([RULE, { ...RULE, fixable: 'no' }], 'docs')).toBe(
    `| code | rule | what is wrong | fix |
| --- | --- | --- | --- |
| MP201 | [lambda-worker](docs/lambda-worker.md) | a lambda as a worker | safe |
| MP201 | [lambda-worker](docs/lambda-worker.md) | a lambda as a worker |  |`,
  );
});
