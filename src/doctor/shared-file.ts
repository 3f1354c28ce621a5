/** A file that Python made in `/dev/shm`. */
export interface SharedFile {
  readonly path: string;
  readonly kind: 'semaphore' | 'shared memory' | 'arena';
  readonly bytes: number;
  /** When it was made, in milliseconds. */
  readonly made: number;
}
