import { wordsIn, type Flag } from '../../../src/interfaces/cli/flags/flag.js';

/** Flags whose text must have a form of its own. */
const samples: Readonly<Record<string, string>> = {
  'subscriber-email': 'ana@example.mx',
  'reporter-email': 'luis@example.mx',
  'subscriber-phone': '+52 229 000 0000',
  'reporter-phone': '+52 229 000 0001',
  'representative-email': 'eva@example.mx',
  'representative-phone': '+52 229 000 0002',
  area: 'facturacion',
  sha256: 'a'.repeat(64),
  evidence: 'a'.repeat(64),
  'media-type': 'image/jpeg',
  attachments: JSON.stringify([{ sha256: 'b'.repeat(64), mediaType: 'image/png', size: 1, personal: true }]),
  relationship: 'related=CR-000123-0',
  'external-reference': 'mail=<a.b@example.mx>',
  other: 'CR-000123-0',
  of: 'CR-000123-0',
  to: '2026-11-24T12:00:00.000Z',
  waives: 'compensation',
  'due-at': '2026-11-25T12:00:00.000Z',
  policy: 'conectared-1@1',
  calendar: 'c@1',
};

const simple = {
  text: 'algo',
  texts: 'algo',
  integer: '1',
  integers: '1',
  instant: '2026-11-24T10:00:00.000Z',
  money: '499.00 MXN',
  json: '[]',
  area: 'facturacion',
  place: 'Boca del Río',
  cause: 'fibra cortada',
  action: 'se empalmó la fibra',
  ground: 'artículo 10 del contrato',
  subkind: 'duda',
} as const;

/** Words of a command line that give this flag a value that may stand. */
export const wordsFor = ({ name, type }: Flag): readonly string[] => {
  if (type === 'switch') return [`--${name}`];
  if (type === 'yes-no') return [`--no-${name}`];
  const [word] = wordsIn(type);
  if (word !== undefined && !(typeof type === 'object' && 'pair' in type)) return [`--${name}`, word];
  return [`--${name}`, samples[name] ?? (typeof type === 'string' ? simple[type] : 'a=b')];
};
