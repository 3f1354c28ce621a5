import type { Rule } from '../../transforms/transform.ts';
