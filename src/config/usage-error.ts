/** Something the user has to put right: one line on standard error, exit code 2. */
export class UsageError extends Error {}
