// docs/traceability.md: obligation -> code -> test.
import { root } from '../supported-node.mjs';
import { titles } from '../obligation-titles.mjs';
import { invariantIds, obligationIds, traceOf } from '../trace.mjs';

const most = 12;
const shortened = (list, shown) =>
  list.length <= most
    ? list.map(shown)
    : [...list.slice(0, most).map(shown), `… y ${list.length - most} más`];
const cell = (list, shown) => (list.length === 0 ? '—' : shortened(list, shown).join('<br>'));
const inCell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const code = (path) => `[${path.slice('src/'.length)}](../${path})`;
// The tests are not in the package: a link to one would lead nowhere there.
const test = ({ file, title }) => `\`${file.split('/').at(-1)}\`: ${inCell(title)}`;

const table = (ids, trace) =>
  [
    '| Id | Trata de | Código | Pruebas |',
    '|---|---|---|---|',
    ...ids.map((id) => {
      const { code: files, tests } = trace[id];
      return `| ${id} | ${titles[id]} | ${cell(files, code)} | ${cell(tests, test)} |`;
    }),
  ].join('\n');

export const outputs = () => {
  const trace = traceOf(root);
  const text = `# De la obligación al código y a la prueba

Generado por \`npm run docs\`; no se edita. *Generated; the ids are those of the two procedures (O) and of the life of a complaint (I). Code: files whose comments name the id. Tests: those whose own words name it.*

## Obligaciones

${table(obligationIds, trace)}

## Invariantes

${table(invariantIds, trace)}
`;
  return [{ path: 'docs/traceability.md', text }];
};
