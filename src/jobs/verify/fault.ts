import type { Bilingual } from '../../domain/texts/language.js';

/** What can be wrong with a bundle, in words. */
export const bundleFaultTexts = {
  'zip-malformed': {
    es: 'El ZIP no está como se entregó: difiere a partir del byte {at}. Si sólo se comprimió de nuevo, descomprímalo y verifique la carpeta.',
    en: 'The ZIP is not as it was handed over: it differs from byte {at} on. If it was only packed anew, unpack it and verify the folder.',
  },
  'file-unreadable': { es: 'No se puede leer {file}.', en: '{file} cannot be read.' },
  'file-missing': { es: 'Falta {file}.', en: '{file} is missing.' },
  'file-unexpected': {
    es: '{file} no es parte del paquete: alguien lo agregó.',
    en: '{file} is no part of the bundle: it was added.',
  },
  'file-changed': { es: '{file} fue cambiado.', en: '{file} was changed.' },
  'manifest-malformed': {
    es: '{file} no es el índice de un paquete, o fue cambiado.',
    en: '{file} is no list of a bundle’s files, or was changed.',
  },
  'manifest-signature-invalid': {
    es: '{file} no lleva la firma de la llave que viene en el paquete: fue cambiado.',
    en: '{file} is not signed by the key in the bundle: it was changed.',
  },
  'key-malformed': { es: '{file} no es una llave de bitácora.', en: '{file} is no key of a log.' },
  'key-untrusted': {
    es: 'El paquete está firmado con otra llave que la que usted tiene: no es de quien dice ser, o la llave cambió.',
    en: 'The bundle is signed with another key than the one you have: it is not from whom it says, or the key changed.',
  },
  'checkpoint-malformed': {
    es: '{file} no es la cabeza firmada de una bitácora.',
    en: '{file} is no signed head of a log.',
  },
  'checkpoint-signature-invalid': {
    es: 'La cabeza de la bitácora ({file}) no lleva una firma válida.',
    en: 'The head of the log ({file}) does not carry a valid signature.',
  },
  'quorum-unmet': {
    es: 'A la cabeza de la bitácora le faltan firmas de los testigos que pide la política.',
    en: 'The head of the log lacks signatures of the witnesses that the policy asks for.',
  },
  'tile-malformed': {
    es: '{file} no tiene el tamaño que le corresponde.',
    en: '{file} does not have the size that it should.',
  },
  'tile-mismatch': {
    es: '{file} no coincide con los eventos (lugar {at}).',
    en: '{file} does not agree with the events (place {at}).',
  },
  'entry-mismatch': {
    es: 'El evento {at} ({file}) no es el que quedó en la bitácora.',
    en: 'Event {at} ({file}) is not the one that was logged.',
  },
  'entry-malformed': {
    es: 'El evento {at} ({file}) no está en su única forma.',
    en: 'Event {at} ({file}) is not in its only form.',
  },
  'entry-gap': {
    es: 'Antes del evento {at} ({file}) falta otro de la misma solicitud.',
    en: 'Before event {at} ({file}) another one of the same request is missing.',
  },
  'root-mismatch': {
    es: 'Los eventos no suman la cabeza firmada de la bitácora: algo falta o sobra.',
    en: 'The events do not add up to the signed head of the log: something is missing, or too much.',
  },
  'anchor-invalid': {
    es: 'La bitácora no es continuación de la cabeza anterior que trae el paquete ({file}).',
    en: 'The log does not continue the earlier head that the bundle brings ({file}).',
  },
  'proof-malformed': {
    es: '{file} no es una prueba de la bitácora.',
    en: '{file} is no proof of the log.',
  },
  'proof-mismatch': {
    es: 'La prueba {file} no corresponde al último evento de su folio.',
    en: 'Proof {file} is not that of the last event of its folio.',
  },
  'from-untrusted': {
    es: 'La cabeza anterior que usted dio no está firmada por esta bitácora.',
    en: 'The earlier head that you gave is not signed by this log.',
  },
  'from-ahead': {
    es: 'El paquete es más viejo que la cabeza que usted dio: pida uno nuevo. Si éste es el nuevo, le quitaron eventos.',
    en: 'The bundle is older than the head that you gave: ask for a new one. If this is the new one, events were cut off.',
  },
  'from-inconsistent': {
    es: 'La bitácora no es continuación de la cabeza anterior que usted dio: la historia fue cambiada.',
    en: 'The log does not continue the earlier head that you gave: its history was changed.',
  },
  'from-unreachable': {
    es: 'Este paquete no alcanza la cabeza anterior que usted dio: pida uno que parta de ella, o uno completo.',
    en: 'This bundle does not reach back to the earlier head that you gave: ask for one that begins there, or a full one.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What may be wrong with a bundle; `bundleFaultTexts` has their words. */
export type BundleFaultCode = keyof typeof bundleFaultTexts;

/** The first fault found in a bundle. */
export interface BundleFault {
  /** A key of `bundleFaultTexts`. */
  readonly code: BundleFaultCode;
  /** The file it was found in, by its name in the bundle. */
  readonly file: string | undefined;
  /** Place in it: of an entry or a hash in the log, or a byte of a ZIP. */
  readonly at: number | undefined;
}

/** To be thrown: it ends the verification at the first fault. */
export const bundleFault = (
  code: BundleFaultCode,
  file?: string,
  at?: number,
): Error & { readonly bundleFault: BundleFault } =>
  Object.assign(new Error(code), { bundleFault: { code, file, at } });

export const isBundleFault = (error: unknown): error is Error & { readonly bundleFault: BundleFault } =>
  error instanceof Error && 'bundleFault' in error;
