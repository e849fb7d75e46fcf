import { isComplaintEventType } from '../../domain/complaint/evolve.js';
import type { ComplaintEventType } from '../../domain/complaint/events.js';
import { readInstant } from '../../domain/kernel/instant.js';
import type { Bilingual } from '../../domain/texts/language.js';
import { nearestOf } from '../../application/errors/nearest.js';
import { isProjection } from './is-projection.js';
import { faultyOption } from '../../application/errors/option-faults.js';
import { catalogue } from '../../application/schema/catalogue.js';
import { jsonFault } from '../../application/schema/json-fault.js';
import { isJsonObject } from '../../application/schema/json-object.js';

const parts = ['type', 'data', 'complaint', 'occurredAt'];
/** As many as the ids of the complaints that a test makes have digits for. */
const mostComplaints = 999_999_999_999;

const noSuch = (name: string, known: readonly string[]): Bilingual => {
  const near = nearestOf(name, known);
  return near === undefined
    ? {
        es: `no existe ${name}; hay: ${known.join(', ')}`,
        en: `there is no ${name}; there are: ${known.join(', ')}`,
      }
    : { es: `no existe ${name}; ¿quiso decir ${near}?`, en: `there is no ${name}; did you mean ${near}?` };
};

const faultOfData = (type: ComplaintEventType, data: unknown): Bilingual | undefined => {
  if (data === undefined) return undefined;
  if (!isJsonObject(data))
    return { es: 'data no es un objeto con campos', en: 'data is no object with fields' };
  const fields = Object.keys(catalogue[type].fields);
  const foreign = Object.keys(data).find((name) => !fields.includes(name));
  if (foreign !== undefined)
    return noSuch(
      `data.${foreign}`,
      fields.map((name) => `data.${name}`),
    );
  const fault = jsonFault(data);
  return (
    fault && {
      es: `data${fault.at} no es JSON (${fault.reason})`,
      en: `data${fault.at} is no JSON (${fault.reason})`,
    }
  );
};

const isComplaint = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= mostComplaints;

const faultOfEvent = (event: unknown): Bilingual | undefined => {
  const { type, data, complaint, occurredAt, ...others } = isJsonObject(event) ? event : {};
  if (typeof type !== 'string' || !isComplaintEventType(type))
    return {
      es: "no es un evento: { type: 'Filed', data: { … } }, con el nombre de un evento",
      en: "is no event: { type: 'Filed', data: { … } }, with the name of an event",
    };
  const [foreign] = Object.keys(others);
  if (foreign !== undefined) return noSuch(foreign, parts);
  if (complaint !== undefined && !isComplaint(complaint))
    return { es: 'complaint es un número entero desde 1', en: 'complaint is a whole number from 1' };
  if (occurredAt !== undefined && readInstant(occurredAt) === undefined)
    return { es: 'occurredAt es ISO 8601 con zona', en: 'occurredAt is ISO 8601 with an offset' };
  return faultOfData(type, data);
};

/**
 * Throws `option-invalid` for what is no event of the catalogue, as a test in JavaScript may give it: a read model that is
 * tried with a misspelt field would pass, and prove nothing.
 */
export const mustBeEvents = (events: readonly unknown[]): void => {
  for (const [index, event] of events.entries()) {
    const fault = faultOfEvent(event);
    if (fault === undefined) continue;
    const place = String(index + 1);
    throw faultyOption('given', {
      es: `el argumento ${place}: ${fault.es}`,
      en: `argument ${place} ${fault.en}`,
    });
  }
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Throws `option-invalid` for what `defineProjection` has not made. */
export const mustBeProjection = (projection: unknown): void => {
  if (!isProjection(projection))
    throw faultyOption('then', {
      es: 'el primer argumento no es un modelo de lectura de defineProjection',
      en: 'the first argument is no read model of defineProjection',
    });
};

/** Throws `option-invalid` for what is no list of rows. */
export const mustBeRows = (rows: unknown): void => {
  if (!Array.isArray(rows) || !rows.every(isObject))
    throw faultyOption('then', {
      es: 'el segundo argumento no es una lista de renglones, [{ columna: valor }]',
      en: 'the second argument is no list of rows, [{ column: value }]',
    });
};
