// One line for each script of package.json; a test fails when a script has no line here.
import { readFileSync } from 'node:fs';

export const help = {
  setup: 'install the dependencies, find a supported Node, build',
  help: 'this list',
  quejas: 'the command line, from this clone: npm run --silent quejas -- queue --json',
  demo: 'a fortnight of both providers on an embedded store, in a temporary folder',
  build: 'compile src/ to dist/esm and dist/cjs',
  typecheck: 'check the types of sources, tests, benchmarks and the page that verifies',
  lint: 'ESLint, with type information',
  format: 'write every file in the house format',
  'format:check': 'fail when a file is not in the house format',
  test: 'the whole suite; arguments go to Jest, e.g. npm test -- test/domain -t folio',
  'test:types': 'the type tests',
  'test:eventstoredb': 'what applies to a real server, against the one at QUEJAS_EVENTSTOREDB_URL',
  'test:packed': 'the packed package, installed and used by ESM and CJS consumers',
  api: 'write the reports of the public types in etc/',
  'api:check': 'fail when the public types differ from the reports in etc/',
  bench: 'benchmarks beside references and peers: npm run bench -- [NAME...] [--quick] [--json FILE]',
  'prove:tampering':
    'change anything in a bundle: it is refused: npm run prove:tampering -- --runs N --seed S',
  'prove:input': 'fuzz whatever comes from outside: npm run prove:input -- --runs N --seed S',
  'prove:damage': 'damage files of a store: harmless, or told: npm run prove:damage -- --runs N --seed S',
  'prove:crash': 'kill and resume: npm run prove:crash -- --runs N --seed S',
  'prove:subscription':
    'a day of faults under one subscription: npm run prove:subscription -- --runs N --seed S',
  'soak:eventstoredb':
    'write to QUEJAS_EVENTSTOREDB_URL while it is killed from outside: npm run soak:eventstoredb -- --minutes N',
  'prove:faults': 'EventStoreDB failing in every way: npm run prove:faults -- --runs N --seed S',
  'prove:projections':
    'read models through crashes, repeats and failures: npm run prove:projections -- --runs N --seed S',
  'prove:due': 'count due instants again from their explanations: npm run prove:due -- --runs N --seed S',
  'prove:replay': 'replay a real log at any instant: npm run prove:replay -- --runs N --seed S',
  mutation: 'mutation testing of src/domain (long)',
  docs: 'write the generated parts of docs/',
  'docs:check': 'fail when a generated part of docs/ is out of date',
  sbom: 'a list of what hosts install with the package, as CycloneDX (JSON on stdout)',
  prepack: 'npm calls it before it packs the package',
};

const scripts = Object.keys(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).scripts,
);
const width = Math.max(...scripts.map((name) => name.length));
for (const name of scripts) process.stdout.write(`npm run ${name.padEnd(width)}  ${help[name] ?? ''}\n`);
