// Which refusals each command of a complaint may meet, read from the deciders: the codes given to reject(...) in the
// command's own decision and in every function it calls, however deep.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from './supported-node.mjs';

const folder = join(root, 'src', 'domain', 'complaint');

const sources = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'decide.ts')
    .map((name) =>
      ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ES2023, true),
    );

const isKebab = (text) => /^[a-z]+(-[a-z]+)+$/.test(text);

/** True where a name is used as a value: neither a property's, nor one that is declared here, nor a type's. */
const isUse = (name) => {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name !== name;
  return !ts.isBindingElement(parent) && !ts.isParameter(parent) && !ts.isTypeNode(parent);
};

/** The codes a piece of code gives to reject(...), or puts in a `code:`, and the names it uses. */
const read = (node) => {
  const codes = new Set();
  const names = new Set();
  const visit = (each) => {
    if (ts.isIdentifier(each) && isUse(each)) names.add(each.text);
    const code =
      ts.isCallExpression(each) && each.expression.getText() === 'reject'
        ? each.arguments[0]
        : ts.isPropertyAssignment(each) && each.name.getText() === 'code'
          ? each.initializer
          : undefined;
    if (code !== undefined && ts.isStringLiteralLike(code) && isKebab(code.text)) codes.add(code.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return { codes, names };
};

/** True for `defineStage<…>()({ … })`. */
const isStage = (node) => ts.isCallExpression(node) && node.expression.getText().startsWith('defineStage');

const named = (object, name) =>
  object.properties.find((each) => ts.isPropertyAssignment(each) && each.name.getText() === name)
    ?.initializer;

/** The decisions that an object names, those of the objects that it spreads among them. */
const decisionsIn = (object, objects) =>
  object.properties.flatMap((property) => {
    if (ts.isPropertyAssignment(property)) return [[property.name.getText(), property.initializer]];
    const spread = ts.isSpreadAssignment(property) && objects.get(property.expression.getText());
    if (spread) return decisionsIn(spread, objects);
    throw new Error(`of which command is the decision ${property.getText()}?`);
  });

/** Where each imported name of a file is declared: the file, and its name there. */
const importsOf = (file) =>
  new Map(
    file.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
      const bindings = importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings) || !moduleSpecifier.text.startsWith('.'))
        return [];
      const from = join(dirname(file.fileName), moduleSpecifier.text).replace(/\.js$/, '.ts');
      return bindings.elements.map(({ name, propertyName }) => [
        name.text,
        { from, name: (propertyName ?? name).text },
      ]);
    }),
  );

/** What each file declares and imports, and the decision of each command with its file. */
const declared = () => {
  const files = new Map();
  const objects = new Map();
  const stages = [];
  for (const file of sources()) {
    const functions = new Map();
    files.set(file.fileName, { functions, imports: importsOf(file) });
    for (const statement of file.statements.filter(ts.isVariableStatement))
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (initializer === undefined) continue;
        if (isStage(initializer)) stages.push(initializer);
        else if (ts.isArrowFunction(initializer)) functions.set(name.getText(), initializer);
        else if (ts.isObjectLiteralExpression(initializer)) objects.set(name.getText(), initializer);
      }
  }
  const decisions = stages.flatMap((stage) => decisionsIn(named(stage.arguments[0], 'decide'), objects));
  return { files, commands: new Map(decisions) };
};

/** The function that a name means in a file: its own, or the one it imports. */
const functionIn = (files, file, name) => {
  const { functions, imports } = files.get(file) ?? {};
  const own = functions?.get(name);
  if (own !== undefined) return own;
  const imported = imports?.get(name);
  return imported === undefined ? undefined : files.get(imported.from)?.functions.get(imported.name);
};

/** The refusals of each command, sorted; those that any command may meet are left out. */
export const rejectionsByCommand = () => {
  const { files, commands } = declared();
  const closure = (node, seen) => {
    const { codes, names } = read(node);
    for (const name of names) {
      const called = functionIn(files, node.getSourceFile().fileName, name);
      if (called === undefined || seen.has(called)) continue;
      seen.add(called);
      for (const code of closure(called, seen)) codes.add(code);
    }
    return codes;
  };
  const refusals = new Map(
    [...commands].map(([command, node]) => [command, [...closure(node, new Set())].sort()]),
  );
  // decide.ts asks before any stage what every command may meet, and of a filing whether there is one already.
  return refusals.set('file', ['already-filed', ...(refusals.get('file') ?? [])]);
};
