// Every code that a refusal, a fault or an error may have, with its texts, read from the sources: tables of texts in
// files named after them, and codedError(code, { es, en }) wherever it stands.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './supported-node.mjs';

const tables =
  /(rejections?|refusals|complaint\/(?:guards|named-words|to-carry-out|arco)|notice\/recipient|complaint\/[a-z-]+\/stage|faults?|fault-texts|upcast|store-error)\.ts$/;
const isCode = (text) => /^[a-z]+(-[a-z]+)*$/.test(text);

/** What is put in at run time: `value` of `${value}`, `hint` of `${hint.es}`. */
const nameOf = (expression) => expression.getText().replace(/\.(es|en)$/, '');

/** A text as it stands in the source; what is put in at run time shows as {name}. */
const textOf = (node) => {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    node.head.text +
    node.templateSpans.map(({ expression, literal }) => `{${nameOf(expression)}}${literal.text}`).join('')
  );
};

const bothTexts = (node) => {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  const of = (name) =>
    textOf(
      node.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === name)
        ?.initializer,
    );
  const es = of('es');
  const en = of('en');
  return es === undefined || en === undefined ? undefined : { es, en };
};

/** The code of a property's texts: its name, or the code that stands beside them. */
const codeOf = ({ name, parent }) =>
  name.text === 'text'
    ? textOf(
        parent.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === 'code')
          ?.initializer,
      )
    : name.text;

const codesIn = (file, isTable) => {
  const found = [];
  const visit = (node) => {
    const [code, texts] =
      isTable && ts.isPropertyAssignment(node)
        ? [codeOf(node), bothTexts(node.initializer)]
        : ts.isCallExpression(node) && node.expression.getText() === 'codedError'
          ? [textOf(node.arguments[0]), bothTexts(node.arguments[1])]
          : [];
    if (code !== undefined && isCode(code) && texts !== undefined) found.push({ code, ...texts });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

/** All of them, by the file of src/ that holds them. */
export const codedTexts = () =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(root, 'src', name), 'utf8');
      const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
      return { file: name, texts: codesIn(file, tables.test(name)) };
    })
    .filter(({ texts }) => texts.length > 0);
