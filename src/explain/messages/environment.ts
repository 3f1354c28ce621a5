import { START_METHODS } from '../../processes/start-method.ts';
import type { Entry } from '../entry.ts';

/** What the machine lacks. */
export const ENVIRONMENT: readonly Entry[] = [
  {
    id: 'no-affinity',
    title: "AttributeError: module 'os' has no attribute 'sched_getaffinity' ('process_cpu_count')",
    pattern: /module 'os' has no attribute '(?<name>sched_getaffinity|process_cpu_count)'/,
    happened:
      '`os.{name}` does not exist here: `sched_getaffinity` is missing on macOS and Windows, `process_cpu_count` before Python 3.13.',
    advice:
      'Fall back: `len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()`.',
    rules: [],
    startMethods: START_METHODS,
  },
  {
    id: 'no-workers',
    title: 'ValueError: Number of processes must be at least 1; max_workers must be greater than 0',
    pattern: /Number of processes must be at least 1|max_workers must be greater than 0/,
    happened:
      'A pool was asked for no workers at all, most often by `cpu_count() - 1` on a machine or in a container with one processor.',
    advice: 'Take `max(1, …)`.',
    rules: ['MP701'],
    startMethods: START_METHODS,
  },
  {
    id: 'no-semaphores',
    alone: true,
    title: 'OSError: [Errno 38] Function not implemented, in SemLock (AWS Lambda)',
    pattern:
      /\[Errno 38\] Function not implemented|lacks a functioning sem_open implementation|build lacks multiprocessing\.synchronize/,
    within: /multiprocess(?:ing)?\/synchronize\.py:|process\.py:_check_system_limits$/,
    happened:
      'The system has no shared memory for semaphores (`/dev/shm`), as in AWS Lambda: no Pool, Queue, Lock or ProcessPoolExecutor works there.',
    advice: 'Use threads there, or `Process` with `Pipe`, which need no semaphores.',
    rules: ['MP702'],
    startMethods: START_METHODS,
  },
  {
    id: 'memory-full',
    alone: true,
    title: 'OSError: [Errno 28] No space left on device, in SemLock or shared memory',
    pattern: /\[Errno 28\] No space left on device/,
    within: /multiprocess(?:ing)?\/(?:synchronize|heap|shared_memory)\.py:/,
    happened:
      '`/dev/shm` is full: of shared memory that is in use, or that programs left behind when they were killed.',
    advice: '`mpfix doctor` shows what nobody holds any more; a container needs `--shm-size`.',
    rules: [],
    startMethods: START_METHODS,
  },
];
