// docs.mjs [--check]: writes the generated parts of docs/, or fails when one is out of date.
// A generator is a file scripts/docs/NAME.mjs that exports `outputs()`: a list of { path, text }, paths from the root.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './supported-node.mjs';

const folder = join(root, 'scripts', 'docs');
const readOr = (path, otherwise) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
};
const generators = () => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  } catch {
    return [];
  }
};

const check = process.argv.includes('--check');
for (const name of generators()) {
  const { outputs } = await import(pathToFileURL(join(folder, name)).href);
  for (const { path, text } of await outputs()) {
    const target = join(root, path);
    if (readOr(target) === text) continue;
    if (check) {
      process.stderr.write(`${path} is out of date: npm run docs\n`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    process.stdout.write(`${path} written\n`);
  }
}
