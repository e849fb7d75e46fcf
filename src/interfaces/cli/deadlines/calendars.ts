import { flag } from '../flags/flag.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';

export const calendars: Subcommand = {
  name: 'calendars',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Dice si la ley de una zona horaria cambió desde que se publicó un calendario',
    en: "Tells whether a zone's law has changed since a calendar was published",
  },
  operand: {
    name: { es: 'acción', en: 'action' },
    required: true,
    about: { es: 'check', en: 'check' },
    words: ['check'],
  },
  flags: [
    flag(
      'calendar',
      'texts',
      'Archivo JSON de un calendario publicado; puede repetirse (si falta: los del almacén)',
      "JSON file of a published calendar; may be repeated (default: the store's)",
    ),
  ],
  run: async (session, given) => (await import('./run-calendars.js')).runCalendars(session, given),
};
