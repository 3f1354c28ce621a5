import { expect, test } from '@jest/globals';
import { type Example, rulePage, ruleTable } from '../../src/report/rule-page.ts';
import type { Rule } from '../../transforms/transform.ts';
import { RULE } from './findings.ts';

test('a page has all that is known of the rule, and the example as code and as a diff', () => {
  const example: Example = {
    before: 'f = lambda: 1\n',
    after: 'def f():\n    return 1\n',
    outcomes: [
      { outcome: 'ok', runs: ['3.8-3.14 fork'] },
      { outcome: 'error', message: 'PicklingError: no', runs: ['3.8-3.13 spawn forkserver'] },
      { outcome: 'wrong', prints: ['[]', '`a|b`'], runs: ['3.14 spawn'] },
      { outcome: 'hang', runs: ['3.14 forkserver'] },
    ],
  };
  const messages = [
    { outcome: 'error', message: 'EOFError', runs: ['3.8 fork', '3.9 spawn'] },
  ] as const;
  const advice: Example = { before: 'g = 1\n', after: null, outcomes: [] };
  const rule: Rule = { ...RULE, advice: 'Guides say `g`.', onRequest: true };
  expect(rulePage(rule, { example, advice, messages })).toBe(
    `# lambda-worker (MP201)

A lambda as a worker.

Start methods: spawn, forkserver.  
Fix: safe, applied by \`--write\`.  
Holds only where it is selected by its code or name: \`MP201\`.

## Why

A lambda has no name that a child could find it by.

## Example

\`\`\`python
f = lambda: 1
\`\`\`

| Python | start method | what happens |
| --- | --- | --- |
| 3.8–3.14 | fork | works |
| 3.8–3.13 | spawn, forkserver | \`PicklingError: no\` |
| 3.14 | spawn | no error, and it prints \`[]\`, \`\` \`a\\|b\` \`\` |
| 3.14 | forkserver | hangs |

\`\`\`diff
@@ -1,1 +1,2 @@
-f = lambda: 1
+def f():
+    return 1
\`\`\`

## Messages

- \`EOFError\`  
  Python 3.8: fork; Python 3.9: spawn

## Popular advice that is wrong

Guides say \`g\`.

\`\`\`python
g = 1
\`\`\`

## Fix safety

The function is the same, and has a name.

## References

- <https://docs.python.org/3/library/pickle.html>
`,
  );
});

test('what fixtures do not show has no section', () => {
  const page = rulePage(RULE);
  for (const title of ['Example', 'Messages', 'Popular advice']) {
    expect(page).not.toContain(`## ${title}`);
  }
});

test('the table links to the pages', () => {
  expect(ruleTable([RULE, { ...RULE, fixable: 'no', onRequest: true }], 'docs')).toBe(
    `| code | rule | what is wrong | fix |
| --- | --- | --- | --- |
| MP201 | [lambda-worker](docs/lambda-worker.md) | a lambda as a worker | safe |
| MP201 | [lambda-worker](docs/lambda-worker.md) | a lambda as a worker | none, on request |`,
  );
});
