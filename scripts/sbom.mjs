// A list of what hosts install with the package, as CycloneDX on stdout: its dependencies, the peers that are not optional,
// and what these need, as the lock file has them. npm's own `--omit dev` leaves out what development needs as well.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { name, version, dependencies, peerDependencies, peerDependenciesMeta } = read('package.json');
const { packages } = read('package-lock.json');

/** Where a package finds another one: beside itself, else further out. */
const placeOf = (from, wanted) => {
  const own = `${from === '' ? '' : `${from}/`}node_modules/${wanted}`;
  if (own in packages || from === '') return own;
  return placeOf(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), wanted);
};

const found = new Set([`${name}@${version}`]);
const follow = (from, names) => {
  for (const each of names) {
    const place = placeOf(from, each);
    const node = packages[place];
    if (node === undefined) continue;
    const reference = `${each}@${node.version}`;
    if (found.has(reference)) continue;
    found.add(reference);
    follow(place, Object.keys({ ...node.dependencies, ...node.optionalDependencies }));
  }
};
const needed = Object.keys(peerDependencies).filter((peer) => peerDependenciesMeta[peer]?.optional !== true);
follow('', [...Object.keys(dependencies), ...needed]);

const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--package-lock-only'];
const { status, stdout, stderr } = spawnSync('npm', args, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
if (status !== 0) {
  process.stderr.write(stderr);
  process.exit(status ?? 1);
}
const sbom = JSON.parse(stdout);
const isFound = (reference) => found.has(reference);
// npm names the component by the folder that it lies in.
sbom.metadata.component.name = name;
sbom.components = sbom.components.filter((component) => isFound(component['bom-ref']));
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => isFound(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isFound) }));
process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
