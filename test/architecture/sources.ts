import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One TypeScript source, parsed. */
export interface Source {
  readonly path: string;
  readonly file: ts.SourceFile;
}

/** Every TypeScript source below a folder, parsed, in the order of their paths. */
export const sourcesBelow = (folder: string): readonly Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({
      path,
      file: ts.createSourceFile(path, readFileSync(join(folder, path), 'utf8'), ts.ScriptTarget.ES2023, true),
    }));

/** How many lines hold code: blank lines and lines of comment alone do not count. */
export const codeLines = ({ file }: Source): number => {
  const lines = new Set<number>();
  const mark = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length > 0) {
      children.forEach(mark);
      return;
    }
    if (node.getWidth(file) === 0) return;
    const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
    for (let line = lineOf(node.getStart(file)); line <= lineOf(node.getEnd()); line++) lines.add(line);
  };
  mark(file);
  return lines.size;
};

const collections = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);

const holdsCollection = ({ type, initializer }: ts.VariableDeclaration, file: ts.SourceFile): boolean =>
  initializer !== undefined &&
  ts.isNewExpression(initializer) &&
  collections.has(initializer.expression.getText(file)) &&
  !/^(Readonly|readonly )/.test(type?.getText(file) ?? '');

/** Names declared at the top of a module whose value may change: `let`, `var`, or a collection not declared read-only. */
export const mutableState = ({ file }: Source): readonly string[] =>
  file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList: list }) => {
    const constant = (list.flags & ts.NodeFlags.Const) !== 0;
    return list.declarations
      .filter((each) => !constant || holdsCollection(each, file))
      .map((each) => each.name.getText(file));
  });

/** Words that stand for a person where the field has a noun: caller, client, projector, operator. */
const pronouns = /(?<![\w`-])(?:whoever|nobody|somebody)(?![\w-])/i;

/** The comments of a source that use such a word, each with its line. */
export const pronounsInComments = ({ path, file }: Source): readonly string[] => {
  const text = file.getFullText();
  const found = new Map<number, string>();
  const look = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of ranges) {
      const word = pronouns.exec(text.slice(pos, end));
      if (word === null) continue;
      const line = file.getLineAndCharacterOfPosition(pos + word.index).line + 1;
      found.set(pos, `${path}:${String(line)}: ${word[0]}`);
    }
    node.getChildren(file).forEach(look);
  };
  look(file);
  return [...found].sort(([one], [other]) => one - other).map(([, word]) => word);
};
