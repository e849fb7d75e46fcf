// The layer rules of the house; test/architecture runs them, `npx depcruise src` shows them by hand.
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain knows nothing of ours outside itself, and only date-fns of others.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', npm('date-fns', '@date-fns/tz')] },
    },
    {
      name: 'application-knows-the-domain',
      severity: 'error',
      from: { path: '^src/application/' },
      to: { path: '^src/', pathNot: '^src/(domain|application)/' },
    },
    {
      name: 'projections-know-domain-and-ports',
      severity: 'error',
      from: { path: '^src/projections/' },
      to: { path: '^src/', pathNot: '^src/(domain|projections|application/ports)/' },
    },
    {
      name: 'infrastructure-is-plugged-in-at-the-entry-points',
      severity: 'error',
      from: { pathNot: '^src/(infrastructure/|testing/|index\\.ts$|open-quejas[^/]*\\.ts$)' },
      to: { path: '^src/infrastructure/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: '^src/testing/' },
      to: { path: '^src/testing/' },
    },
    {
      name: 'inversify-stays-in-its-adapter',
      severity: 'error',
      from: { pathNot: '^src/infrastructure/inversify/' },
      to: { path: npm('inversify', '@inversifyjs', 'reflect-metadata') },
    },
    {
      name: 'class-validator-stays-in-dtos',
      severity: 'error',
      from: { pathNot: '^src/application/commands/dto/' },
      to: { path: npm('class-validator', 'class-transformer') },
    },
    {
      name: 'drivers-stay-in-infrastructure',
      comment: 'Whatever reaches a disk, a network or another process is an adapter.',
      severity: 'error',
      from: { pathNot: '^src/infrastructure/' },
      to: {
        path: [
          '^(node:)?(sqlite|fs|net|tls|dgram|dns|http|http2|https|child_process|cluster|worker_threads)(/|$)',
          npm('@eventstore', '@kurrent', 'pg', 'postgres', 'better-sqlite3'),
        ],
      },
    },
    {
      name: 'only-what-is-installed-with-us',
      comment: 'A development dependency is absent where the package is installed.',
      severity: 'error',
      from: {},
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional'],
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
