import type { Table } from './tables/define-table.js';

/** What an export says of itself. */
export interface DictionaryHead {
  readonly provider: string;
  /** The instant that clocks were read at. */
  readonly asOf: string | null;
  readonly at: string | null;
  readonly knownAt: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The names of all files of the export. */
  readonly files: readonly string[];
}

/** Name of the machine's dictionary, by which an export is known. */
export const dictionaryName = 'dictionary.json';
/** Name of the dictionary that people read. */
export const readableName = 'dictionary.md';

const format = 'quejas-analytics';

type Tables = readonly Pick<Table<never>, 'name' | 'es' | 'en' | 'columns'>[];

/** The tables and columns of an export as JSON. */
export const dictionaryJson = (head: DictionaryHead, tables: Tables): string =>
  `${JSON.stringify(
    {
      ...{ format, version: 1 },
      ...head,
      tables: tables.map(({ name, es, en, columns }) => ({
        ...{ name, es, en },
        columns: columns.map((column) => ({
          ...{ name: column.name, type: column.type, unit: column.unit ?? null, nullable: column.nullable },
          ...{ source: column.source, es: column.es, en: column.en },
        })),
      })),
    },
    null,
    2,
  )}\n`;

const cellOf = (text: string): string => text.replaceAll('|', '\\|');

/** The same for people, in Spanish and English. */
export const dictionaryMarkdown = (tables: Tables): string =>
  [
    '# Diccionario de datos (data dictionary)\n',
    'Instantes en UTC; tiempos en milisegundos (ms); dinero en unidades menores (minor) de la moneda que va al lado. Un `?` marca una columna que puede venir vacía. *Instants in UTC; times in milliseconds (ms); money in minor units of the currency beside it. A `?` marks a column that may be empty.*\n',
    ...tables.map(({ name, es, en, columns }) =>
      [
        `## ${name}\n`,
        `${es}. *${en}.*\n`,
        '| Columna | Tipo | Significado | *Meaning* | De (source) |',
        '|---|---|---|---|---|',
        ...columns.map((column) => {
          const type = column.unit === undefined ? column.type : `${column.type} (${column.unit})`;
          const cells = [
            `\`${column.name}\`${column.nullable ? '?' : ''}`,
            type,
            column.es,
            `*${column.en}*`,
          ];
          return `| ${[...cells, column.source].map(cellOf).join(' | ')} |`;
        }),
        '',
      ].join('\n'),
    ),
  ].join('\n');

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((each: unknown) => (typeof each === 'string' ? [each] : [])) : [];

/** The names of the files of an earlier export, by its dictionary; none where it is none of ours. */
export const filesOfDictionary = (bytes: Uint8Array): readonly string[] => {
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString());
    if (typeof read !== 'object' || read === null || Reflect.get(read, 'format') !== format) return [];
    return textsIn(Reflect.get(read, 'files'));
  } catch {
    return [];
  }
};
