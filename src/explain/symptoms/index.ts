import type { Symptom } from '../entry.ts';
import { WAITING } from './waiting.ts';
import { WRONG } from './wrong.ts';

/** What has no message: found by how people describe it. The more words fit, the better. */
export const SYMPTOMS: readonly Symptom[] = [...WAITING, ...WRONG];
