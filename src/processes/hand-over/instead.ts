/** What to do in place of sending one, as an order. */
export const INSTEAD = {
  open: 'open it in the worker, and send its path',
  connect: 'connect in the worker, or once for each worker in an initializer',
  lock: 'it would be of no use in another process: take one of multiprocessing, and give it to the workers when they are started',
  queue:
    'it would be of no use in another process: take a queue of multiprocessing, given to the workers when they are started, or of a Manager()',
  make: 'make it in the worker, or once for each worker in an initializer',
  rows: 'send the rows, or the path of what they are read from',
  hash: 'send the data, or its digest',
  parser: 'send what `parse_args()` gives',
  bytes: 'send bytes',
  referent: 'send the object itself',
  value: 'send its value',
  groups: 'send its groups',
  process: 'send what is needed of it, its `pid` or output',
  log: 'set up logging in the worker, or once for each worker in an initializer',
  standard: "use the worker's own",
  environ: 'send `dict(os.environ)`',
  await: 'run it in the worker',
  list: 'send a list',
  import: 'import it in the worker',
  define: 'define a function at module level',
} as const;
