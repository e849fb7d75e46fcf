import type { FaultCode, Fault } from './reader/fault.js';
import type { StepName } from './reader/steps.js';
import { roleLabels } from '../src/domain/texts/labels/people.js';
import { bundleFaultTexts } from '../src/jobs/verify/fault.js';

export type Language = 'es' | 'en';

type Bilingual = Readonly<Record<Language, string>>;

/** What the page says, by the names that its elements carry. */
export const texts = {
  title: { es: 'Verificar un paquete de la bitácora', en: 'Verify a bundle of the log' },
  about: {
    es: 'Esta página revisa, sin conexión y sin enviar nada a nadie, que en el paquete no se cambió ni se quitó nada desde que se firmó.',
    en: 'This page checks, offline and without sending anything anywhere, that nothing in the bundle was changed or taken away since it was signed.',
  },
  other: { es: 'English', en: 'Español' },
  bundle: { es: '1. El paquete', en: '1. The bundle' },
  bundleHint: {
    es: 'Elija el archivo ZIP o la carpeta, o suéltelo aquí.',
    en: 'Choose the ZIP file or the folder, or drop it here.',
  },
  zip: { es: 'Archivo ZIP', en: 'ZIP file' },
  folder: { es: 'Carpeta', en: 'Folder' },
  nothing: { es: 'Aún no se ha elegido ninguno.', en: 'None was chosen yet.' },
  trust: { es: '2. En quién confía', en: '2. Whom you trust' },
  trustHint: {
    es: 'La llave (nombre+id+base64) o la política que le dieron por otro medio que el paquete. Sin ella, sólo se ve que el paquete concuerda consigo mismo.',
    en: 'The key (name+id+base64) or the policy that you were given another way than the bundle. Without it, this shows only that the bundle agrees with itself.',
  },
  key: { es: 'Llave o política', en: 'Key or policy' },
  policyFile: { es: 'O su archivo', en: 'Or its file' },
  earlierFile: {
    es: 'Cabeza anterior que usted tenga (archivo checkpoint), si la hay',
    en: 'An earlier head that you have (a checkpoint file), if any',
  },
  verify: { es: 'Verificar', en: 'Verify' },
  checks: { es: '3. Lo que se revisó', en: '3. What was checked' },
  folio: { es: '4. Un folio', en: '4. One folio' },
  folioHint: {
    es: 'Escriba un folio: se muestran su prueba, su historia y sus plazos, tal como están en la bitácora.',
    en: 'Type a folio: its proof, its history and its deadlines are shown as the log has them.',
  },
  folioLabel: { es: 'Folio', en: 'Folio' },
  look: { es: 'Buscar', en: 'Look up' },
  limits: {
    es: 'Esto prueba que lo registrado no cambió desde que se firmó; no que lo registrado fuera verdad, ni que no hubiera otra historia antes de que un tercero tuviera una cabeza firmada. No es una constancia de conservación de la NOM-151.',
    en: 'This proves that what was recorded did not change since it was signed; not that what was recorded was true, nor that there was no other history before an outsider had a signed head. It is no constancia de conservación of NOM-151.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What the page says of what it found. */
export const said = {
  working: { es: 'Verificando…', en: 'Verifying…' },
  passed: {
    es: 'Nada cambió: {entries} {entries:evento|eventos} de {origin}, de {size} que firma su cabeza.',
    en: 'Nothing was changed: {entries} {entries:event|events} of {origin}, of {size} that its head signs.',
  },
  folioScope: {
    es: 'El paquete es de un solo folio: que no le falten eventos lo firma el proveedor. Que no falte ningún otro sólo lo prueba un paquete completo.',
    en: 'The bundle is for one folio: that none of its events is missing is signed for by the provider. That nothing else is missing is proved by a whole bundle alone.',
  },
  sliceScope: {
    es: 'El paquete empieza en el evento {start}; lo anterior lo cubre la cabeza anterior que trae.',
    en: 'The bundle begins at event {start}; what came before is covered by the earlier head that it brings.',
  },
  trustGiven: {
    es: 'Firmado con la llave en la que usted confía.',
    en: 'Signed with the key that you trust.',
  },
  trustSelf: {
    es: 'Confianza: sólo en sí mismo (trust: "self"). El paquete concuerda consigo mismo; quien lo rehaga con otra llave pasa igual. Compare esta huella con la que le dieron por otro medio:',
    en: 'Trust: in itself alone (trust: "self"). The bundle agrees with itself; one made anew with another key passes as well. Compare this fingerprint with the one you were given another way:',
  },
  fingerprint: { es: 'Huella de la llave', en: 'Fingerprint of the key' },
  fault: { es: 'Falla', en: 'Fault' },
  trustInvalid: {
    es: 'Lo que dio no es una llave ni una política: vea la línea {line}.',
    en: 'What you gave is neither a key nor a policy: see line {line}.',
  },
  savedOtherwise: {
    es: 'Lo que dio se guardó con BOM, en UTF-16 o con fines de línea CR LF: guárdelo en UTF-8 sin BOM y con fin de línea LF.',
    en: 'What you gave was saved with a BOM, as UTF-16 or with CR LF line ends: save it in UTF-8 without BOM and with LF line ends.',
  },
  earlierInvalid: {
    es: 'El archivo que dio no es la cabeza firmada de una bitácora.',
    en: 'The file that you gave is no signed head of a log.',
  },
  broken: {
    es: 'El navegador no pudo terminar: {reason}',
    en: 'The browser could not finish: {reason}',
  },
  undropped: {
    es: 'El navegador no deja leer lo que soltó: elíjalo con su botón. ({reason})',
    en: 'The browser does not let the page read what you dropped: choose it by its button. ({reason})',
  },
  noFolio: {
    es: 'El paquete no tiene ningún folio {folio}.',
    en: 'The bundle has no folio {folio}.',
  },
  proof: { es: 'Prueba', en: 'Proof' },
  proofText: {
    es: 'Su último evento es el número {index} de la bitácora (contado desde 0) y está bajo la cabeza firmada: {file} lleva de su huella a la raíz con {count} {count:huella|huellas}.',
    en: 'Its last event is number {index} of the log (counted from 0) and lies under the signed head: {file} leads from its hash to the root by {count} {count:hash|hashes}.',
  },
  hashes: { es: 'Las huellas', en: 'The hashes' },
  history: { es: 'Historia', en: 'History' },
  deadlines: { es: 'Plazos', en: 'Deadlines' },
  noDeadlines: {
    es: 'El paquete no tiene plazos de este folio.',
    en: 'The bundle has no deadlines of this folio.',
  },
  report: { es: 'La hoja del informe', en: 'The page of the report' },
  chosenZip: { es: 'ZIP: {name}', en: 'ZIP: {name}' },
  chosenFolder: {
    es: 'Carpeta: {name} ({count} {count:archivo|archivos})',
    en: 'Folder: {name} ({count} {count:file|files})',
  },
  columns: {
    es: ['N.º', 'Qué', 'Ocurrió', 'Se registró', 'Quién', 'Papel'],
    en: ['No.', 'What', 'Happened', 'Recorded', 'Who', 'Role'],
  },
  clockColumns: {
    es: ['Plazo', 'Estado', 'Empezó', 'Vence', 'Terminó', 'Política', 'Calendario'],
    en: ['Deadline', 'State', 'Began', 'Due', 'Ended', 'Policy', 'Calendar'],
  },
} as const;

/** The checks, in words. */
export const stepTexts: Readonly<Record<StepName, Bilingual>> = {
  container: { es: 'Los archivos se pueden leer', en: 'The files can be read' },
  manifest: {
    es: 'El índice de archivos está en su única forma',
    en: 'The list of files is in its only form',
  },
  signatures: {
    es: 'Las llaves del paquete firman el índice',
    en: 'The keys in the bundle sign the list',
  },
  trust: { es: 'Usted confía en una de esas llaves', en: 'You trust one of those keys' },
  names: { es: 'No falta ni sobra ningún archivo', en: 'No file is missing, and none was added' },
  files: {
    es: 'Informe, tablas, calendarios y políticas son los del índice',
    en: 'Report, tables, calendars and policies are those of the list',
  },
  checkpoint: { es: 'La cabeza de la bitácora está firmada', en: 'The head of the log is signed' },
  anchor: {
    es: 'La bitácora continúa la cabeza anterior del paquete',
    en: 'The log continues the earlier head in the bundle',
  },
  entries: {
    es: 'Cada evento es el que quedó en la bitácora, sin saltos',
    en: 'Each event is the one that was logged, without a gap',
  },
  root: { es: 'Los eventos suman la cabeza firmada', en: 'The events add up to the signed head' },
  earlier: {
    es: 'La bitácora continúa la cabeza que usted tenía',
    en: 'The log continues the head that you had',
  },
  proofs: { es: 'Cada folio tiene su prueba', en: 'Each folio has its proof' },
};

export const stateTexts = {
  done: { es: 'bien', en: 'right' },
  running: { es: 'en curso', en: 'under way' },
  passed: { es: 'no se pidió', en: 'not asked for' },
  fault: { es: 'falla', en: 'fault' },
  waiting: { es: 'sin revisar', en: 'not checked' },
  untrusted: { es: 'no dio llave', en: 'no key given' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const clockStates: Readonly<Record<string, Bilingual>> = {
  'not-started': { es: 'todavía no empieza', en: 'not started yet' },
  running: { es: 'corre', en: 'running' },
  paused: { es: 'en pausa', en: 'paused' },
  met: { es: 'cumplido', en: 'met' },
  breached: { es: 'incumplido', en: 'missed' },
  cancelled: { es: 'sin efecto', en: 'without effect' },
  unanswered: { es: 'sin respuesta', en: 'not answered' },
};

/** A text with what it speaks of; `{count:one|several}` is the first word where that number is 1. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(
    /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g,
    (_all, name: string, one?: string, several?: string) => {
      const value = String(values[name] ?? '');
      return (value === '1' ? one : several) ?? value;
    },
  );

const faultTexts: Readonly<Record<FaultCode, Bilingual>> = bundleFaultTexts;

export const faultText = ({ code, file, at }: Fault, language: Language): string =>
  filled(faultTexts[code][language], { file: file ?? '', at: at ?? '' });

/** What a role is called; one that this page does not know stays as it is. */
export const roleText = (role: string, language: Language): string => {
  const labels: Readonly<Record<string, Bilingual>> = roleLabels;
  return labels[role]?.[language] ?? role;
};
