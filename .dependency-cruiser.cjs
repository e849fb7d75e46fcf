// The layer rules of the house; test/architecture runs them, `npx depcruise src` shows them by hand.
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const ours = (...rooms) => `^src/(${rooms.join('|')})/`;

/** One line a layer: what the files of a room may import of ours. */
const layers = {
  domain: [],
  application: ['domain'],
  projections: ['application', 'domain'],
  queries: ['projections', 'application', 'domain'],
  composition: ['queries', 'projections', 'application', 'domain', 'infrastructure'],
  jobs: ['composition', 'queries', 'projections', 'application', 'domain', 'infrastructure'],
  interfaces: ['jobs', 'composition', 'queries', 'projections', 'application', 'domain', 'infrastructure'],
  infrastructure: ['projections/runtime', 'application', 'domain'],
  testing: ['queries', 'projections', 'application', 'domain', 'infrastructure/memory'],
};

const layerRules = Object.entries(layers).map(([room, allowed]) => ({
  name: `${room}-imports-only-${allowed.length === 0 ? 'itself' : 'what-lies-below'}`,
  severity: 'error',
  from: { path: ours(room) },
  // An entry among the interfaces exports again what the types of the library name.
  to: {
    path: '^src/',
    pathNot: [ours(room, ...allowed), ...(room === 'interfaces' ? ['^src/index\\.ts$'] : [])],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-cycles-of-files',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-cycles-of-folders',
      severity: 'error',
      scope: 'folder',
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
      name: 'only-index-at-the-top',
      severity: 'error',
      from: { path: '^src/(?!index\\.ts$)[^/]+\\.ts$' },
      to: {},
    },
    {
      name: 'domain-imports-date-fns-alone',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/', npm('date-fns', '@date-fns/tz')] },
    },
    {
      name: 'no-adapter-imports-another',
      severity: 'error',
      from: { path: '^src/infrastructure/([^/]+)/' },
      to: {
        path: '^src/infrastructure/',
        pathNot: ['^src/infrastructure/$1/', '^src/infrastructure/shared/'],
      },
    },
    {
      name: 'commands-need-no-read-side',
      severity: 'error',
      from: { path: '^src/application/' },
      to: { path: ours('queries', 'projections') },
    },
    {
      name: 'inversify-stays-in-its-interface',
      severity: 'error',
      from: { pathNot: '^src/interfaces/inversify/' },
      to: { path: npm('inversify', '@inversifyjs', 'reflect-metadata') },
    },
    {
      name: 'class-validator-stays-in-dtos',
      severity: 'error',
      from: { pathNot: '^src/application/commands/dto/' },
      to: { path: npm('class-validator', 'class-transformer') },
    },
    {
      name: 'doors-are-for-hosts',
      comment:
        'What the library calls itself is checked by the compiler; through a door its own faults would look like those of a host.',
      severity: 'error',
      from: { pathNot: '/index\\.ts$' },
      to: {
        path: [
          '^src/domain/[a-z]+/(index|doors)\\.ts$',
          '^src/domain/index\\.ts$',
          '^src/application/provider/(index|doors)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'drivers-stay-in-infrastructure',
      comment:
        'What reaches a disk, a network or another process is an adapter; the command line reads its own files.',
      severity: 'error',
      from: { pathNot: '^src/(infrastructure|interfaces|jobs)/' },
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
