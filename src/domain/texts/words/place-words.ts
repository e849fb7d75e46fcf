import { inline } from '../plain-text.js';

/** Words of the names of Mexican municipalities that always have an accent or an ñ, which a reference leaves off. */
const accented: ReadonlyMap<string, string> = new Map(
  (
    'Agustín Álamo Álamos Álvaro Andrés Ángel Ángeles Antón Apatzingán Bahía Benjamín Cancún Cárdenas Comitán Concepción ' +
    'Córdoba Coyoacán Cuauhtémoc Cuautitlán Culiacán Encarnación García Galván Gómez González Gutiérrez Guzmán Hernández ' +
    'Ixhuatlán Ixtaczoquitlán Jáltipan Jerónimo Jesús Jiménez Joaquín José Juárez Juchitán Julián Lázaro León López María ' +
    'Martín Martínez Mazatlán Medellín Mérida México Michoacán Minatitlán Nezahualcóyotl Nicolás Ocotlán Othón Pánuco Pérez ' +
    'Potosí Querétaro Ramírez Ramón Río Rodríguez Sebastián Tehuacán Teotihuacán Tepatitlán Teziutlán Tizimín Tláhuac Tomás ' +
    'Tonalá Torreón Úrsulo Valentín Vázquez Víctor Yucatán Zacatlán'
  )
    .split(' ')
    .map((word) => [word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(), word]),
);

/** Words that join the others of a name, and stay small within it. */
const joining: ReadonlySet<string> = new Set(['de', 'del', 'el', 'en', 'la', 'las', 'los', 'y']);

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/**
 * The name of a place that is known by a reference of its words (`boca-del-rio`), as people write it. What is no such
 * reference, as the number of a catalogue or a name in full, stays as it is.
 */
export const placeTold = (place: string): string => {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(place)) return inline(place);
  return place
    .split('-')
    .map((word, at) => (at > 0 && joining.has(word) ? word : (accented.get(word) ?? capital(word))))
    .join(' ');
};
