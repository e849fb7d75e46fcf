import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFile, root } from '../support/built.js';

/** What a command wrote, and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (cwd: string, command: string, args: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: cleanEnvironment(),
  });
  return { status, stdout, stderr };
};

/** Ours without what npm and Jest left in it: a consumer starts from its own package. */
const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_(package|lifecycle|command|config_local)|NODE_ENV|JEST_)/.test(name),
    ),
  );

/** A fresh folder outside the project, so that nothing is found by looking upwards. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'quejas-packed-'));

/** Builds, packs, and gives the path of the tarball. */
export const tarball = (folder: string): string => {
  builtFile('index.js');
  const flags = ['--ignore-scripts', '--silent', '--pack-destination', folder];
  const name = execFileSync('npm', ['pack', ...flags], { cwd: root, encoding: 'utf8' }).trim();
  return join(folder, name);
};

/** The files in a tarball, without the leading `package/`. */
export const filesIn = (packed: string): readonly string[] =>
  execFileSync('tar', ['-tzf', packed], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((name) => name.replace(/^package\//, ''));

/** A package of another author that has ours installed from the tarball. */
export interface Consumer {
  readonly folder: string;
  /** Checks the types of the consumer with the compiler's own settings for its module system, and emits JavaScript. */
  readonly compile: () => Ran;
  /** The same by another project file in its folder. */
  readonly compileAs: (project: string) => Ran;
  readonly node: (...args: readonly string[]) => Ran;
  /** Installs one more package beside ours. */
  readonly install: (name: string) => void;
}

const install = (folder: string, packed: string): void => {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const done = run(folder, 'npm', ['install', ...flags, packed]);
  if (done.status !== 0) throw new Error(`npm install failed.\n${done.stdout}${done.stderr}`);
};

const compile = (folder: string, project: string): Ran =>
  run(folder, process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project]);

const consumerAt = (folder: string): Consumer => ({
  folder,
  compile: () => compile(folder, folder),
  compileAs: (project) => compile(folder, join(folder, project)),
  node: (...args) => run(folder, process.execPath, args),
  install: (name) => install(folder, name),
});

/** Installs the tarball into a copy of `consumers/NAME`. */
export const consumer = (name: string, packed: string): Consumer => {
  const folder = join(scratch(), name);
  cpSync(join(__dirname, 'consumers', name), folder, { recursive: true });
  install(folder, packed);
  return consumerAt(folder);
};

/** Installs the tarball into an empty package, with nothing else but what npm brings along by itself. */
export const emptyConsumer = (packed: string, ...others: readonly string[]): Consumer => {
  const folder = join(scratch(), 'empty');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }\n');
  install(folder, packed);
  if (others.length > 0)
    others.forEach((other) => {
      install(folder, other);
    });
  return consumerAt(folder);
};

/** The names under which the package can be imported: `quejas`, `quejas/domain`, ... */
export const entryPoints = (): readonly string[] => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('exports' in manifest)) return [];
  return Object.keys(manifest.exports ?? {})
    .filter((key) => !key.endsWith('.json'))
    .map((key) => `quejas${key.slice(1)}`);
};

/** The names of the consumers, each a folder. */
export const consumers = (): readonly string[] => readdirSync(join(__dirname, 'consumers')).sort();

/** How many lines the program of a consumer has. */
export const linesOf = (name: string): number =>
  readFileSync(join(__dirname, 'consumers', name, 'index.ts'), 'utf8')
    .trimEnd()
    .split('\n').length;
