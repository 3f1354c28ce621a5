/** `npm run test:pythons`: the fixtures under every Python on the machine. */
import { jest, prepare } from './setup.mjs';

prepare();
process.exitCode = jest(['__tests__/proof/fixtures'], { MPFIX_PYTHON_SET: 'all' });
