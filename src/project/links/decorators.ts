import type { Target } from '../../processes/targets.ts';

/** Decorators of packages that call the function when what they give is called, or hand it back. */
const CALLING: readonly RegExp[] = [
  /^functools\.(cache|lru_cache|wraps|singledispatch)\b/,
  /^contextlib\.(async)?contextmanager$/,
  /^(abc\.abstractmethod|atexit\.register|unittest\.mock\.patch\b.*)$/,
  /^typing(_extensions)?\.(final|override|no_type_check|deprecated\(\))$/,
  /^(click|rich_click|typer|cloup|asyncclick)\./,
  // A group of commands, `@cli.command()`, whatever makes it.
  /\.(command|group|callback|argument|option|pass_context|pass_obj)\(?\)?$/,
  /^hydra\.main\(\)$/,
  /^torch\.(no_grad|inference_mode|enable_grad)(\(\))?$/,
  /^torch\.distributed\.elastic\.multiprocessing\.errors\.record$/,
  /^(tenacity|retrying|retry|backoff)\./,
  /^(beartype|typeguard|memory_profiler|line_profiler)\.\w+$/,
  /^loguru\.logger\.catch(\(\))?$/,
];

/** Whether calling a function that one of these decorates runs its code: of others nothing is known. */
export function isCallingDecorator(target: Target): boolean {
  return CALLING.some((pattern) => pattern.test(target));
}
