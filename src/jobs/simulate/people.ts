import type { Random } from './random.js';

const firstNames = [
  'Itzel',
  'Mariana',
  'Guadalupe',
  'Ximena',
  'Socorro',
  'Yolanda',
  'Citlali',
  'Rocío',
  'Beatriz',
  'Leticia',
  'Emiliano',
  'Rogelio',
  'Arnulfo',
  'Baltazar',
  'Ulises',
  'Genaro',
  'Octavio',
  'Efraín',
  'Joaquín',
  'Nicandro',
] as const;
const surnames = [
  'Zamudio',
  'Escamilla',
  'Olvera',
  'Tlaxcala',
  'Barrientos',
  'Xochihua',
  'Carmona',
  'Villagómez',
  'Ñáñez',
  'Portugal',
  'Lagunes',
  'Utrera',
  'Cházaro',
  'Malpica',
  'Tejeda',
  'Domínguez',
  'Arrieta',
  'Cobos',
  'Hermida',
  'Zúñiga',
] as const;

/** An invented person: no subscriber has this number (they begin with 55 5555), and the mail goes nowhere (RFC 2606). */
export interface InventedPerson {
  readonly ref: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase();

export const inventPerson = (ref: string, random: Random): InventedPerson => {
  const first = random.pick(firstNames);
  const last = random.pick(surnames);
  return {
    ref,
    name: `${first} ${last} ${random.pick(surnames)}`,
    phone: `55 5555 ${String(random.whole(0, 9999)).padStart(4, '0')}`,
    email: `${plain(first)}.${plain(last)}@example.com`,
  };
};
