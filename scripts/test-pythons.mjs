/**
 * `npm run test:pythons`: the fixtures under every Python on the machine; with `-- --turns` each under the oldest, the
 * newest and two of the others, which change from day to day.
 */
import { jest, prepare } from './setup.mjs';

prepare();
const set = process.argv.includes('--turns') ? 'turns' : 'all';
process.exitCode = jest(['__tests__/proof/fixtures'], { MPFIX_PYTHON_SET: set });
