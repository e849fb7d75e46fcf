import type { RefusalTable } from '../../domain/kernel/refusal.js';
import type { Bilingual } from '../../domain/texts/language.js';

/** Faults of the caller: exit status 2. The codes are stable. */
export const usageTexts = {
  'command-missing': { es: 'Falta el comando.', en: 'A command is missing.' },
  'command-unknown': { es: 'No hay ningún comando «{name}».', en: 'There is no command "{name}".' },
  'option-unknown': { es: 'No hay ninguna opción «{name}».', en: 'There is no option "{name}".' },
  'option-value-missing': { es: 'Falta el valor de «{name}».', en: 'The value of "{name}" is missing.' },
  'option-value-invalid': {
    es: '«{value}» no es un valor de «{name}».',
    en: '"{value}" is no value of "{name}".',
  },
  'option-twice': {
    es: '«{name}» se indicó más de una vez.',
    en: '"{name}" was given more than once.',
  },
  'argument-missing': { es: 'Falta «{name}».', en: '"{name}" is missing.' },
  'options-exclusive': {
    es: 'Indique sólo una de estas opciones: {names}.',
    en: 'Give only one of these options: {names}.',
  },
  'arguments-too-many': {
    es: 'Sobran palabras en el comando.',
    en: 'There are too many words in the command.',
  },
  'wrong-use': { es: 'El comando no se entiende: {reason}', en: 'The command is not understood: {reason}' },
  'instant-invalid': {
    es: '«{value}» no es una fecha y hora de «{name}», de los años 2000 a 2200: se espera con su desfase, como 2026-12-21T10:00-06:00; donde se sabe de qué proveedor o de qué calendario se trata, también en su hora, como 2026-12-21 10:00 o 21/12/2026 10:00.',
    en: '"{value}" is no date and time for "{name}", from the year 2000 to 2200: it is expected with its offset, like 2026-12-21T10:00-06:00; where the provider or the calendar is known, in its local time too, like 2026-12-21 10:00 or 21/12/2026 10:00.',
  },
  'number-invalid': {
    es: '«{value}» no sirve para «{name}»: se espera un entero de {least} a {most}.',
    en: '"{value}" does not do for "{name}": a whole number from {least} to {most} is expected.',
  },
  'choice-invalid': {
    es: '«{value}» no es un valor de «{name}»; se espera uno de: {allowed}.',
    en: '"{value}" is no value of "{name}"; one of these is expected: {allowed}.',
  },
  'url-invalid': {
    es: '«{value}» no sirve para «{name}»; se espera: {allowed}.',
    en: '"{value}" does not do for "{name}"; expected: {allowed}.',
  },
  'provider-unknown': {
    es: 'No se conoce al proveedor «{provider}»: indique --provider ({known}, o un archivo JSON).',
    en: 'The provider "{provider}" is not known: give --provider ({known}, or a JSON file).',
  },
  'provider-missing': {
    es: 'No se sabe de qué proveedor se trata: indique --provider ({known}, o un archivo JSON).',
    en: 'It is not known which provider is meant: give --provider ({known}, or a JSON file).',
  },
  'provider-ambiguous': {
    es: 'El almacén tiene varios proveedores ({found}): indique uno con --provider.',
    en: 'The store holds several providers ({found}): choose one with --provider.',
  },
  'term-not-one': {
    es: 'Indique un plazo, y sólo uno: --minutes, --business-days o --fixed.',
    en: 'Give one term, and only one: --minutes, --business-days or --fixed.',
  },
  'pause-invalid': {
    es: '«{value}» no es una pausa: se espera DESDE/HASTA, el segundo no antes del primero, en la hora del calendario, como 2026-12-21 10:00/2026-12-21 12:00, o con su desfase, como 2026-12-21T10:00-06:00/2026-12-21T12:00-06:00.',
    en: '"{value}" is no pause: FROM/TO is expected, the second not before the first, by the clocks of the calendar, like 2026-12-21 10:00/2026-12-21 12:00, or with an offset, like 2026-12-21T10:00-06:00/2026-12-21T12:00-06:00.',
  },
  'calendar-not-published': {
    es: '«{file}» no es un calendario publicado: le faltan los cambios de hora de su zona.',
    en: '"{file}" is no published calendar: it lacks the transitions of its zone.',
  },
  'folio-missing': { es: 'Falta el folio.', en: 'The folio is missing.' },
  'input-unreadable': { es: 'No se puede leer «{file}»: {reason}.', en: 'Cannot read "{file}": {reason}.' },
  'output-unwritable': {
    es: 'No se puede escribir «{file}»: {reason}.',
    en: 'Cannot write "{file}": {reason}.',
  },
  'input-not-json': {
    es: '«{file}» no contiene un objeto JSON en UTF-8: {reason}.',
    en: '"{file}" does not hold a JSON object in UTF-8: {reason}.',
  },
  'input-key-twice': {
    es: '«{file}» tiene dos veces el dato «{key}» en el mismo objeto: deje uno.',
    en: '"{file}" has the key "{key}" twice in one object: leave one.',
  },
  'input-too-large': {
    es: '«{file}» pasa de {most} bytes.',
    en: '"{file}" has more than {most} bytes.',
  },
  'input-and-flags': {
    es: 'Con --input el comando entero viene en el JSON; sobra: {names}.',
    en: 'With --input the whole command comes in the JSON; too many: {names}.',
  },
  'policy-invalid': {
    es: '«{file}» no es una política C2SP: vea su línea {line}.',
    en: '"{file}" is no C2SP policy: see its line {line}.',
  },
  'encoding-invalid': {
    es: '«{file}» se guardó con BOM, en UTF-16 o con fines de línea CR LF: guárdelo en UTF-8 sin BOM y con fin de línea LF.',
    en: '"{file}" was saved with a BOM, as UTF-16 or with CR LF line ends: save it in UTF-8 without BOM and with LF line ends.',
  },
  'checkpoint-invalid': {
    es: '«{file}» no es la cabeza firmada de una bitácora.',
    en: '"{file}" is no signed head of a log.',
  },
  'recipient-invalid': {
    es: '«{file}» no es una llave X25519 en PEM: la pública para exportar, la privada para abrir (openssl genpkey -algorithm x25519).',
    en: '"{file}" is no key of X25519 in PEM: the public one to export, the private one to open (openssl genpkey -algorithm x25519).',
  },
  'bundle-redacted': {
    es: '«{file}» se hizo sin las llaves de las personas: pida uno con --profile full y su llave pública.',
    en: '"{file}" was made without the keys of persons: ask for one with --profile full and your public key.',
  },
  'recipient-differs': {
    es: '«{file}» se hizo para otra llave, con huella {recipient}.',
    en: '"{file}" was made for another key, with fingerprint {recipient}.',
  },
  'bundle-partial': {
    es: 'A «{file}» le falta lo que hay que saber para responder: la bitácora desde su principio, todas las solicitudes o provider.json.',
    en: '"{file}" lacks what the answer needs: the log from its beginning, all requests, or provider.json.',
  },
  'file-exists': {
    es: '«{file}» ya existe, y no se sobrescribe.',
    en: '"{file}" exists already, and is not overwritten.',
  },
  'store-exists': {
    es: 'Ya hay algo en «{path}»; con --replace se reemplaza.',
    en: 'There is something at "{path}" already; --replace replaces it.',
  },
  'migrate-itself': {
    es: 'El origen y el destino son el mismo almacén.',
    en: 'The source and the target are the same store.',
  },
  'not-for-this-store': {
    es: 'Esto sólo se puede con un almacén sqlite:RUTA.',
    en: 'This is for a store sqlite:PATH only.',
  },
  'server-keeps-its-own': {
    es: 'El almacén está en un servidor: respáldelo con las herramientas del servidor, y las llaves (--keys) aparte. Los renglones no hace falta copiarlos: se vuelven a hacer.',
    en: "The store is on a server: back it up with the server's own tools, and the keys (--keys) apart. Rows need no copy: they are made anew.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Faults of the parts, and what ends a command early. What was interrupted may be sent again: a conflict. */
export const otherTexts = {
  'beyond-calendar': {
    kind: 'rule',
    es: 'El calendario {calendar} llega sólo hasta el {until}: no alcanza para este plazo. Ponga en el archivo un «until» más lejano, con otra versión.',
    en: 'The calendar {calendar} reaches only to {until}, which is not far enough for this term. Give the file a later "until", and another version.',
  },
  'before-calendar': {
    kind: 'rule',
    es: 'El calendario {calendar} empieza en el año 2000.',
    en: 'The calendar {calendar} begins in the year 2000.',
  },
  'store-missing': {
    kind: 'unavailable',
    es: 'No hay ningún almacén en «{store}»; se crea al registrar la primera solicitud.',
    en: 'There is no store at "{store}"; filing the first request makes one.',
  },
  'folio-unknown': {
    kind: 'not-found',
    es: 'No hay ninguna solicitud con el folio {folio}. Revise el folio y el proveedor.',
    en: 'There is no request with folio {folio}. Check the folio and the provider.',
  },
  'nothing-to-tell': {
    kind: 'not-found',
    es: 'La solicitud {folio} no tiene nada que decir en ese aviso ({kind}) a quien lo pide.',
    en: 'Request {folio} has nothing to tell in that notice ({kind}) to who asks for it.',
  },
  interrupted: {
    kind: 'conflict',
    es: 'Se interrumpió; lo que ya estaba guardado queda guardado.',
    en: 'Interrupted; what was stored stays stored.',
  },
  'system-fault': {
    kind: 'unavailable',
    es: 'El sistema no lo permitió: {reason}.',
    en: 'The system did not allow it: {reason}.',
  },
  'internal-fault': {
    kind: 'unavailable',
    es: 'Quejas falló por dentro: {reason}. Por favor infórmelo.',
    en: 'Quejas failed inside: {reason}. Please report it.',
  },
  'node-unsupported': {
    kind: 'unavailable',
    es: 'Node {found} es anterior a {least}, el primero que sirve.',
    en: 'Node {found} is older than {least}, the first that will do.',
  },
} as const satisfies RefusalTable;
