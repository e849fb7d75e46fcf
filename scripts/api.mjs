// api.mjs [--check]: one report of the public types for each entry point, in etc/; with --check, fails when one differs.
// Fails in both cases where something public has no doc comment, or a signature names what its entry does not export.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from './supported-node.mjs';

const check = process.argv.includes('--check');
const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

const quiet = { logLevel: 'none' };
const messages = {
  compilerMessageReporting: { default: { logLevel: 'error' } },
  extractorMessageReporting: {
    default: { logLevel: 'warning', addToApiReportFile: true },
    'ae-forgotten-export': { logLevel: 'warning' },
    'ae-missing-release-tag': quiet,
    'ae-undocumented': { logLevel: 'warning' },
    'ae-unresolved-link': quiet,
  },
  tsdocMessageReporting: { default: quiet },
};

const configOf = (name, entry, scratch) =>
  ExtractorConfig.prepare({
    packageJsonFullPath: join(root, 'package.json'),
    configObjectFullPath: join(root, 'api-extractor.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2023',
            lib: ['ES2023'],
            types: ['node'],
            module: 'NodeNext',
            moduleResolution: 'NodeNext',
            strict: true,
            skipLibCheck: true,
          },
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: join(root, 'etc'),
        reportTempFolder: scratch,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages,
    },
  });

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([key, target]) => [
    key === '.' ? 'quejas' : `quejas-${basename(key)}`,
    join(root, target.import.types),
  ]);

const undocumented = new Set();
const forgotten = new Set();

mkdirSync(join(root, 'etc'), { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'quejas-api-'));
for (const [name, entry] of entries) {
  if (!existsSync(entry)) {
    process.stderr.write(`${name}: ${entry} is not there\n`);
    process.exitCode = 1;
    continue;
  }
  const result = Extractor.invoke(configOf(name, entry, scratch), {
    localBuild: !check,
    showVerboseMessages: false,
    messageCallback: (message) => {
      if (message.category === 'console' && message.logLevel !== 'error') message.logLevel = 'none';
      if (message.messageId === 'ae-forgotten-export') {
        forgotten.add(`${name}: ${/symbol "([^"]+)"/.exec(message.text)?.[1] ?? message.text}`);
        message.logLevel = 'none';
      }
      if (message.messageId !== 'ae-undocumented') return;
      undocumented.add(`${relative(root, message.sourceFilePath)}:${message.sourceFileLine} ${message.text}`);
      message.logLevel = 'none';
    },
  });
  const differs = result.apiReportChanged && check;
  if (differs) process.stderr.write(`etc/${name}.api.md is out of date: npm run api\n`);
  if (differs || result.errorCount > 0) process.exitCode = 1;
}
rmSync(scratch, { recursive: true, force: true });

const missing = [
  ...[...undocumented].sort(),
  ...[...forgotten].sort().map((line) => `${line}: export it from the entry`),
];
if (missing.length > 0) {
  process.stderr.write(`${missing.join('\n')}\n`);
  process.exitCode = 1;
}
