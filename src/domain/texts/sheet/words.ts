import type { Bilingual } from '../language.js';

/** The sentences of the sheet of a queue. */
export interface SheetWords {
  readonly title: string;
  readonly everybody: string;
  readonly supervisor: string;
  readonly of: (person: string) => string;
  readonly asOf: (moment: string) => string;
  readonly groups: Readonly<Record<'late' | 'today' | 'tomorrow' | 'later' | 'waiting', string>>;
  readonly columns: Readonly<Record<'folio' | 'todo' | 'until' | 'left' | 'who' | 'where' | 'notes', string>>;
  readonly all: string;
  readonly none: string;
  readonly listed: (shown: string, total: string) => string;
  /** Of how many a group is counted, where not all are listed. */
  readonly ofListed: (shown: string) => string;
  readonly late: (since: string) => string;
  readonly paused: string;
  readonly noDeadline: string;
  readonly nobody: string;
  readonly grave: (severity: string) => string;
  readonly leftHint: string;
}

/** The sentences of the sheet, in each language. */
export const sheetWords: Bilingual<SheetWords> = {
  es: {
    title: 'Hoja del día',
    everybody: 'Todas las áreas',
    supervisor: 'Supervisión',
    of: (person) => `Sólo lo de ${person}`,
    asOf: (moment) => `Al ${moment}`,
    groups: {
      late: 'Vencidas',
      today: 'Para hoy',
      tomorrow: 'Para mañana',
      later: 'Después',
      waiting: 'En pausa o sin plazo',
    },
    columns: {
      folio: 'Folio',
      todo: 'Qué hacer',
      until: 'Hasta cuándo',
      left: 'Resta',
      who: 'Quién',
      where: 'Dónde',
      notes: 'Notas',
    },
    all: 'En total',
    none: 'No hay nada pendiente.',
    listed: (shown, total) => `Se listan ${shown} de ${total}: lo que vence primero.`,
    ofListed: (shown) => `de ${shown} que se listan`,
    late: (since) => `${since} de atraso`,
    paused: 'En pausa',
    noDeadline: 'Sin plazo',
    nobody: 'Sin asignar',
    grave: (severity) => `gravedad ${severity}`,
    leftHint:
      'Lo que resta es tiempo del calendario de cada plazo: el hábil no corre de noche ni en días inhábiles.',
  },
  en: {
    title: 'Sheet of the day',
    everybody: 'All areas',
    supervisor: 'Supervisors',
    of: (person) => `Only what ${person} has`,
    asOf: (moment) => `As of ${moment}`,
    groups: {
      late: 'Overdue',
      today: 'For today',
      tomorrow: 'For tomorrow',
      later: 'Later',
      waiting: 'Paused or without a deadline',
    },
    columns: {
      folio: 'Folio',
      todo: 'What to do',
      until: 'Until when',
      left: 'Left',
      who: 'Who',
      where: 'Where',
      notes: 'Notes',
    },
    all: 'In all',
    none: 'Nothing is to be done.',
    listed: (shown, total) => `${shown} of ${total} are listed: what falls due first.`,
    ofListed: (shown) => `of ${shown} listed`,
    late: (since) => `late by ${since}`,
    paused: 'Paused',
    noDeadline: 'No deadline',
    nobody: 'Not assigned',
    grave: (severity) => `severity ${severity}`,
    leftHint:
      'What is left is time of the calendar of each deadline: business time does not run by night or on closed days.',
  },
};
