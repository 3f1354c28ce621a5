/** `npm run test:pythons`: the fixtures under every Python on the machine. */
import { installDependencies, jest } from './setup.mjs';

installDependencies();
process.exitCode = jest(['__tests__/proof'], { MPFIX_PYTHON_SET: 'all' });
