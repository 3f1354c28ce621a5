/** Rules that answers name before they exist: code → name. A rule that exists counts, whatever stands here. */
export const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['MP203', 'local-class'],
  ['MP204', 'unpicklable-argument'],
  ['MP205', 'unpicklable-instance'],
  ['MP401', 'blocking-get'],
  ['MP404', 'empty-is-unreliable'],
]);
