// embed-verify-page.mjs [--check]: builds verify.html of verify-page/ and writes it as a module, so that every build of
// the library can put it into a bundle. With --check, fails where what is written is another page.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { format } from 'prettier';
import { root } from './supported-node.mjs';

const read = (name) => readFileSync(join(root, 'verify-page', name), 'utf8');

const built = buildSync({
  entryPoints: [join(root, 'verify-page/main.ts')],
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'inline',
  tsconfig: join(root, 'verify-page/tsconfig.json'),
});
const script = built.outputFiles[0].text;
const hash = createHash('sha256').update(script).digest('base64');
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
const page = read('page.html')
  .replace('POLICY', () => policy)
  .replace('<!-- style -->', () => `<style>\n${read('page.css')}</style>`)
  .replace('<!-- script -->', () => `<script>${script}</script>`);

const target = join(root, 'src/jobs/export/verify-page.ts');
const text = `/** The text of \`verify.html\`, written by \`scripts/embed-verify-page.mjs\` from \`verify-page/\`. */\nexport const verifyPage =\n  ${JSON.stringify(page)};\n`;
const module = await format(text, { parser: 'typescript', singleQuote: true, printWidth: 110 });
if (!process.argv.includes('--check')) writeFileSync(target, module);
else if (readFileSync(target, 'utf8') !== module) {
  process.stderr.write('src/jobs/export/verify-page.ts is out of date: node scripts/embed-verify-page.mjs\n');
  process.exitCode = 1;
}
