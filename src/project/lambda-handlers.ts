import path from 'node:path';
import { isNamed } from './frozen.ts';

/** The set-up files of the Serverless Framework, of SAM and of CloudFormation: their names, and what they say. */
const FILE = /^(serverless|template|sam|cloudformation)[\w.-]*\.ya?ml$/;
const AMAZON =
  /\bAWS::(Serverless|Lambda)::Function\b|\bname:\s*["']?aws\b|\bprovider:\s*["']?aws\b/;

/** `handler: src/app.resize`: the module, with dots or slashes, and the function. */
const HANDLER = /^[ \t]*(?:-[ \t]*)?handler:[ \t]*["']?([\w./-]+)\.(\w+)["']?[ \t]*(?:#.*)?$/gim;

/** A function that AWS Lambda calls, as a set-up file names it. */
export interface LambdaHandler {
  readonly setup: string;
  /** `src/app.py` */
  readonly script: string;
  readonly name: string;
}

/** The functions that a file deploys to AWS Lambda. Empty for all other files. */
export function lambdaHandlers(setup: string, text: string): LambdaHandler[] {
  if (!FILE.test(path.basename(setup)) || !AMAZON.test(text)) return [];
  return [...text.matchAll(HANDLER)].map(([, module = '', name = '']) => ({
    setup,
    script: `${module.replaceAll('.', '/')}.py`,
    name,
  }));
}

/** The names of those that are in a file. */
export function handlersIn(file: string, handlers: readonly LambdaHandler[]): ReadonlySet<string> {
  const own = handlers.filter(({ script, setup }) => isNamed(script, setup, file));
  return new Set(own.map(({ name }) => name));
}
