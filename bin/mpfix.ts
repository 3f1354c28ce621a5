import { interrupt } from '../src/cli/interrupt.ts';
import { main } from '../src/cli/main.ts';

process.once('SIGINT', interrupt);
process.once('SIGTERM', interrupt);
process.exitCode = await main(process.argv.slice(2), process);
