// embed-verify-py.mjs: writes verify.py as a module, so that every build of the library can put it into a bundle.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from './supported-node.mjs';

const source = readFileSync(join(root, 'src/jobs/verify/verify.py'), 'utf8');
const target = join(root, 'src/jobs/export/verify-py.ts');
const text = `/** The text of \`verify.py\`, written by \`scripts/embed-verify-py.mjs\`. */\nexport const verifyPy =\n  ${JSON.stringify(source)};\n`;
writeFileSync(target, await format(text, { parser: 'typescript', singleQuote: true, printWidth: 110 }));
