import type { Bilingual } from '../language.js';

/** What the report for the regulator says beside what it tells of each request. */
export interface ReportWords {
  readonly title: string;
  readonly file: (folio: string) => string;
  readonly asOf: (at: string) => string;
  readonly back: string;
  readonly facts: string;
  readonly history: string;
  readonly historyHint: string;
  readonly deadlines: string;
  readonly deadlinesHint: string;
  readonly noDeadlines: string;
  readonly counted: string;
  readonly requests: string;
  readonly requestsHint: string;
  readonly log: string;
  readonly logHint: string;
  readonly columns: Readonly<
    Record<
      | 'fact'
      | 'value'
      | 'folio'
      | 'kind'
      | 'status'
      | 'channel'
      | 'area'
      | 'received'
      | 'ended'
      | 'number'
      | 'occurred'
      | 'recorded'
      | 'what'
      | 'who'
      | 'role'
      | 'clock'
      | 'state'
      | 'started'
      | 'due'
      | 'policy'
      | 'calendar'
      | 'met'
      | 'missed'
      | 'open'
      | 'origin'
      | 'size'
      | 'root'
      | 'fingerprint',
      string
    >
  >;
}

export const reportWords: Bilingual<ReportWords> = {
  es: {
    title: 'Expediente para el regulador',
    file: (folio) => `Solicitud ${folio}`,
    asOf: (at) => `Como estaba el ${at}.`,
    back: 'Todas las solicitudes',
    facts: 'La solicitud',
    history: 'Qué pasó, quién y en qué papel',
    historyHint:
      'Cada renglón es un evento de la bitácora, por su lugar en la solicitud. Las personas van por seudónimo; sus datos van cifrados en los eventos y no se muestran.',
    deadlines: 'Plazos',
    deadlinesHint:
      'Cada plazo se puede volver a contar a mano: abajo está cómo, y en el paquete el calendario y las reglas que se nombran.',
    noDeadlines: 'Ningún plazo ha empezado.',
    counted: 'Cómo se contó',
    requests: 'Solicitudes',
    requestsHint: 'Cada folio lleva a su página: su historia y sus plazos.',
    log: 'La bitácora',
    logHint:
      'Este informe se hizo de los eventos del paquete. No es él lo que prueba que nada cambió, sino la verificación del paquete entero: python3 verify.py CARPETA --policy POLÍTICA. Compare la huella con la que le dieron por otro medio.',
    columns: {
      fact: 'Dato',
      value: 'Consta',
      folio: 'Folio',
      kind: 'Tipo',
      status: 'Estado',
      channel: 'Canal',
      area: 'Área',
      received: 'Recibida',
      ended: 'Terminó',
      number: 'N.º',
      occurred: 'Ocurrió',
      recorded: 'Se registró',
      what: 'Qué',
      who: 'Quién',
      role: 'Papel',
      clock: 'Plazo',
      state: 'Cómo va',
      started: 'Empezó',
      due: 'Vence',
      policy: 'Reglas',
      calendar: 'Calendario',
      met: 'Cumplidos',
      missed: 'Incumplidos',
      open: 'Abiertos',
      origin: 'Bitácora',
      size: 'Eventos',
      root: 'Raíz',
      fingerprint: 'Huella de la llave',
    },
  },
  en: {
    title: 'File for the regulator',
    file: (folio) => `Request ${folio}`,
    asOf: (at) => `As it stood on ${at}.`,
    back: 'All requests',
    facts: 'The request',
    history: 'What happened, who did it and in which role',
    historyHint:
      'Each row is an event of the log, by its place in the request. Persons are named by pseudonyms; their data lies encrypted in the events and is not shown.',
    deadlines: 'Deadlines',
    deadlinesHint:
      'Each deadline can be counted again by hand: how is told below, and the calendar and policy that are named lie in the bundle.',
    noDeadlines: 'No deadline has started.',
    counted: 'How it was counted',
    requests: 'Requests',
    requestsHint: 'Each folio leads to its page: its history and its deadlines.',
    log: 'The log',
    logHint:
      'This report was made from the events in the bundle. It is not what proves that nothing was changed: verifying the whole bundle does (python3 verify.py FOLDER --policy POLICY). Compare the fingerprint with the one you were given another way.',
    columns: {
      fact: 'Item',
      value: 'On record',
      folio: 'Folio',
      kind: 'Kind',
      status: 'Status',
      channel: 'Channel',
      area: 'Area',
      received: 'Received',
      ended: 'Ended',
      number: 'No.',
      occurred: 'Happened',
      recorded: 'Recorded',
      what: 'What',
      who: 'Who',
      role: 'Role',
      clock: 'Deadline',
      state: 'State',
      started: 'Started',
      due: 'Due',
      policy: 'Policy',
      calendar: 'Calendar',
      met: 'Met',
      missed: 'Missed',
      open: 'Open',
      origin: 'Log',
      size: 'Events',
      root: 'Root',
      fingerprint: 'Fingerprint of the key',
    },
  },
};
