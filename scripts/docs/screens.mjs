// docs/screens: what a terminal of 80 columns shows of every command, taken from a real one (a pseudo terminal of `script`).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { subcommands } from '../../dist/esm/interfaces/cli/subcommands.js';
import { root } from '../supported-node.mjs';

const columns = 80;
/** More of a screen than this is left out. */
const mostLines = 60;
/** More screens of one command say nothing new. */
const mostScreens = 2;

/** What the terminal shows in the end of a line that was written over: progress is gone when it is done. */
const lastOf = (line) =>
  line
    .split(/\r|\u001b\[1G/)
    .at(-1)
    .replace(/\u001b(?:\[[?\d;]*[A-Za-z]|[78])/g, '')
    .trimEnd();

/** What is another one on every run: ids, keys, hashes, where the folder lies, how long something took. */
const steadied = (text, folder) =>
  text
    .replaceAll(folder, '/home/lucia')
    .replace(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
      '01936f0e-0000-8000-8000-000000000000',
    )
    .replace(/\b[0-9a-f]{64}\b/g, '0'.repeat(64))
    .replace(/\b[0-9a-f]{4}(?: [0-9a-f]{4}){15}\b/g, (print) => print.replace(/[0-9a-f]/g, '0'))
    .replace(/^ {2}[0-9a-f]{4}(?: [0-9a-f]{4})*$/gm, (line) => line.replace(/[0-9a-f]/g, '0'))
    .replace(/\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/g, `+00000000+${'A'.repeat(44)}`)
    .replace(/[A-Za-z0-9+/]{42,}=+/g, (found) => `${'A'.repeat(found.length - 1)}=`)
    .replace(/en \d+(?:\.\d+)? s;/, 'en 1 s;');

const quoted = (word) => (/[\s$"']/.test(word) ? `"${word}"` : word);

/** A command line as it is typed, broken where it is wider than the terminal. */
const typed = (argv) => {
  const lines = ['$ quejas'];
  const parts = argv.map(quoted);
  while (parts.length > 0) {
    // An option and its value stay together.
    const many = parts[0].startsWith('--') && parts[1] !== undefined && !parts[1].startsWith('--') ? 2 : 1;
    const part = parts.splice(0, many).join(' ');
    const last = lines.at(-1);
    if (last.length + part.length + 3 > columns) lines[lines.length - 1] = `${last} \\`;
    if (lines.at(-1).endsWith(' \\')) lines.push(`    ${part}`);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines.join('\n');
};

/** The story, as the terminal showed it: of each line that has a screen, what was typed and what came of it. */
const played = () => {
  // Of one length wherever TMPDIR points, since lines that hold it are wrapped by that; POSIX has it on every system.
  const folder = mkdtempSync('/tmp/quejas-screens-');
  try {
    const node = `${process.execPath} --disable-warning=ExperimentalWarning`;
    const inTerminal = `stty cols ${columns} rows 50; ${node} ${join(root, 'scripts/screens/play.mjs')} ${folder}`;
    const { error, stdout, status } = spawnSync('script', ['-qec', inTerminal, '/dev/null'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 26,
    });
    if (error?.code === 'ENOENT') return undefined;
    if (status !== 0) throw new Error(`scripts/screens/play.mjs: ${status}\n${stdout.slice(-2000)}`);
    return stdout
      .split('\u0001')
      .slice(1, -1)
      .map((part) => {
        const [head, ...shown] = part.replaceAll('\r\n', '\n').split('\n');
        const lines = steadied(shown.map(lastOf).join('\n'), folder).trimEnd().split('\n');
        return { ...JSON.parse(head), lines };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const shortened = (lines) =>
  lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines), `[… ${lines.length - mostLines} renglones más]`];

const block = ({ argv, lines }) => `\`\`\`text\n${[typed(argv), ...shortened(lines)].join('\n')}\n\`\`\`\n`;

const slugOf = (heading) =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');

const note =
  'Generado por `npm run docs`; no se edita. Cada pantalla se tomó de una terminal de 80 columnas. *Generated; do not edit. Each screen was taken from a terminal of 80 columns.*';

const section = ({ name, about }, screens) =>
  `## quejas ${name}\n\n${about.es}.\n\n${screens.slice(0, mostScreens).map(block).join('\n')}`;

export const outputs = () => {
  const screens = played();
  if (screens === undefined) {
    process.stderr.write(
      'docs/screens: left as it is, for there is no `script` (util-linux) on this machine\n',
    );
    return [];
  }
  const headings = [...new Set(subcommands.map(({ group }) => group.es))];
  const pages = headings.map((heading) => {
    const title = heading.replace(/:$/, '');
    const sections = subcommands
      .filter(({ group }) => group.es === heading)
      .map((each) =>
        section(
          each,
          screens.filter(({ argv }) => [each.name, ...each.aliases].includes(argv[0])),
        ),
      );
    return {
      title,
      path: `docs/screens/${slugOf(title)}.md`,
      text: `# ${title}\n\n${note}\n\n${sections.join('\n')}`,
    };
  });
  const list = pages.map(({ title, path }) => `- [${title}](${path.slice('docs/screens/'.length)})`);
  return [
    {
      path: 'docs/screens/README.md',
      text: `# Pantallas de la línea de comandos\n\n${note}\n\nEl relato que aquí se escribe está en \`scripts/screens/story.txt\`: unos días en Conectared. Los comandos llevan además \`--store\`, \`--keys\`, \`--provider\` y \`--now\`.\n\n${list.join('\n')}\n`,
    },
    ...pages.map(({ path, text }) => ({ path, text })),
  ];
};
