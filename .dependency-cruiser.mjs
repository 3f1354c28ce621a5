/** Imports go one way: each layer may use itself and what is named beside it. */
const LAYERS = {
  '^src/syntax/': [],
  '^src/semantics/': ['^src/syntax/'],
  '^src/edits/': ['^src/(syntax|semantics)/'],
  '^src/processes/': ['^src/(syntax|semantics)/'],
  '^transforms/': ['^src/(syntax|semantics|processes|edits)/'],
  '^src/engine/': ['^src/(syntax|semantics|processes|edits)/', '^transforms/transform\\.ts$'],
  '^src/project/': ['^src/(syntax|processes|engine)/'],
  '^src/impact/': ['^src/(syntax|semantics|processes|engine|project)/'],
  '^src/doctor/': ['^src/(syntax|processes|engine|project)/'],
  '^src/explain/': ['^src/processes/start-method\\.ts$'],
  '^src/report/': [
    '^src/(syntax|processes|engine|impact|doctor|explain)/',
    '^transforms/transform\\.ts$',
  ],
  '^src/config/': ['^src/processes/', '^transforms/transform\\.ts$'],
  '^src/cli/': [
    '^src/(syntax|processes|engine|project|impact|doctor|explain|report|config)/',
    '^transforms/',
  ],
  '^bin/': ['^src/cli/'],
};

export default {
  forbidden: [
    ...Object.entries(LAYERS).map(([layer, allowed]) => ({
      name: `layer ${layer}`,
      severity: 'error',
      from: { path: layer },
      to: { path: '^(src|transforms|bin|__tests__|scripts)/', pathNot: [layer, ...allowed] },
    })),
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    { name: 'all imports exist', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node'] },
  },
};
