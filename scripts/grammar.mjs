/** Generates the parser: upstream's grammar, with mpfix's replacements, through @lezer/generator. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildParserFile } from '@lezer/generator';
import { derive } from '../src/syntax/grammar/upstream.mjs';

const root = path.dirname(import.meta.dirname);
const upstream = createRequire(import.meta.url).resolve('@lezer/python');
const grammar = readFileSync(
  path.join(path.dirname(upstream), '..', 'src', 'python.grammar'),
  'utf8',
);
const { parser, terms } = buildParserFile(derive(grammar), {
  fileName: 'python.grammar',
  moduleStyle: 'es',
  typeScript: true,
  warn: (message) => console.error(message),
});
const folder = path.join(root, 'src', 'syntax', 'generated');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'parser.ts'), parser);
writeFileSync(path.join(folder, 'parser.terms.ts'), terms);
