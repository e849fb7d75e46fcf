// trace.mjs [FOLDER]: which code and which test stands for each obligation (O-nn) and invariant (I-nn), as JSON.
// In code an id counts where a comment of src/ names it (O-23..O-27 names five). In tests it counts only where it is
// spelled out in the string given to it, test, describe or their .each, and the test is not skipped.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { root } from './supported-node.mjs';

const pad = (number) => String(number).padStart(2, '0');
const idsUpTo = (letter, last) => Array.from({ length: last }, (_, index) => `${letter}-${pad(index + 1)}`);

/** Every id there is. */
export const obligationIds = idsUpTo('O', 36);
export const invariantIds = idsUpTo('I', 25);
const known = new Set([...obligationIds, ...invariantIds]);

const spelledOut = (text) =>
  [...text.matchAll(/\b[OI]-\d\d\b/g)].map(([id]) => id).filter((id) => known.has(id));

const withRanges = (text) => [
  ...spelledOut(text),
  ...[...text.matchAll(/\b([OI])-(\d\d)(?:\.\.| to )\1-(\d\d)\b/g)].flatMap(([, letter, from, to]) =>
    idsUpTo(letter, Number(to))
      .slice(Number(from) - 1)
      .filter((id) => known.has(id)),
  ),
];

const sourcesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const parsed = ({ name, text }) => ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);

/** The comments of a source: whatever stands before a node and is none of its own text. */
const commentsIn = (file) => {
  const comments = new Set();
  const visit = (node) => {
    comments.add(file.text.slice(node.getFullStart(), node.getStart(file)));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return [...comments];
};

/** `it.each(rows)` and `it.skip` as a list of names: ['it', 'each']. */
const chainOf = (node) => {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...chainOf(node.expression), node.name.text];
  if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node))
    return chainOf(ts.isCallExpression(node) ? node.expression : node.tag);
  return [];
};

const runs = (chain) =>
  /^(it|test|describe)/.test(chain[0] ?? '') &&
  !chain.some((name) => /^(skip|todo|skipIf|fixme)$/.test(name));

const wordsOf = (node) => {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => `…${literal.text}`)].join('')
    : undefined;
};

/** The strings under which tests of a file run. What stands inside a skipped describe does not run. */
const titlesIn = (file) => {
  const titles = [];
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const chain = chainOf(node.expression);
      const isTest = /^(it|test|describe)/.test(chain[0] ?? '');
      const words = node.arguments[0] === undefined ? undefined : wordsOf(node.arguments[0]);
      if (isTest && words !== undefined && node.arguments.length > 1) {
        if (!runs(chain)) return;
        titles.push(words);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return titles;
};

const add = (trace, side, id, place) => {
  if (!trace[id][side].some((each) => JSON.stringify(each) === JSON.stringify(place)))
    trace[id][side].push(place);
};

/** For each id, the files of src/ that name it and the tests that stand for it. */
export const traceOf = (folder) => {
  const trace = Object.fromEntries([...known].map((id) => [id, { code: [], tests: [] }]));
  for (const source of sourcesBelow(join(folder, 'src')))
    for (const id of commentsIn(parsed(source)).flatMap(withRanges))
      add(trace, 'code', id, `src/${source.name}`);
  for (const source of sourcesBelow(join(folder, 'test')))
    if (source.name.endsWith('.test.ts'))
      for (const title of titlesIn(parsed(source)))
        for (const id of spelledOut(title)) add(trace, 'tests', id, { file: `test/${source.name}`, title });
  return trace;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${JSON.stringify(traceOf(process.argv[2] ?? root))}\n`);
