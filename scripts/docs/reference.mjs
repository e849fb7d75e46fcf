// docs/reference: events, commands and refusals, from the built catalogue, DTOs and texts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codedTexts } from '../coded-texts.mjs';
import { rejectionsByCommand } from '../command-rejections.mjs';
import { root } from '../supported-node.mjs';

const built = (path) => import(pathToFileURL(join(root, 'dist', 'esm', path)).href);
const inCell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const asCode = (names) => names.map((name) => `\`${name}\``).join(', ');
const note = 'Generado por `npm run docs`; no se edita. *Generated; do not edit.*';

const parts = {
  subscriber: 'suscriptor',
  reporter: 'quien reporta',
  technician: 'técnico',
  representative: 'representante',
};

const eventText =
  (personalFieldsOf) =>
  ([type, { version, since, meaning, obligations, fields }]) => {
    const shown = Object.entries(fields).map(
      ([name, presence]) => `\`${name}\`${presence === 'always' ? '' : '?'}`,
    );
    const sealed = Object.entries(personalFieldsOf(type)).map(
      ([name, whose]) => `\`${name}\` (${parts[whose]})`,
    );
    return `### ${type}

${meaning.es} *${meaning.en}*

- Versión ${version}, desde ${since}. Sirve a ${obligations.join(', ')}.
- Datos: ${shown.join(', ')}.
- Sellado: ${sealed.length === 0 ? 'nada' : sealed.join(', ')}.
`;
  };

const eventsPage = async () => {
  const catalogues = await built('application/schema/catalogue.js');
  const { catalogue, folioCatalogue, publicationCatalogue, vaultCatalogue, storeCatalogue } = catalogues;
  const { personalFieldsOf } = catalogues;
  return `# Hechos (events)

${note}

Un \`?\` marca un dato que puede faltar. Lo sellado se cifra con la clave de la persona a quien pertenece. *A \`?\` marks a field that may be absent; what is sealed is encrypted with the key of the person it belongs to.*

## De una solicitud (complaint)

${Object.entries(catalogue).map(eventText(personalFieldsOf)).join('\n')}
## De los folios (folio)

${Object.entries(folioCatalogue).map(eventText(personalFieldsOf)).join('\n')}
## De los plazos publicados (calendar, policy)

${Object.entries(publicationCatalogue).map(eventText(personalFieldsOf)).join('\n')}
## Del llavero, en un servidor (store)

${Object.entries(vaultCatalogue).map(eventText(personalFieldsOf)).join('\n')}
## Del almacén mismo (store)

${Object.entries(storeCatalogue).map(eventText(personalFieldsOf)).join('\n')}`;
};

const fieldRow = ([name, { says, optional }]) =>
  `| \`${name}\` | ${optional ? 'no' : 'sí'} | ${inCell(says.es)} | ${inCell(says.en)} |`;

const fieldTable = (fields) =>
  [
    '| Campo | Obligatorio | Qué admite | What it takes |',
    '|---|---|---|---|',
    ...[...fields].map(fieldRow),
  ].join('\n');

const everyCommand = ['commandId', 'occurredAt', 'expectedRevision'];

const commandText = (type, { fields }, roles, rejections) => {
  const own = [...fields].filter(([name]) => !everyCommand.includes(name));
  return `### ${type}

- Quién (who): ${asCode(roles)}.
- Puede rechazarse con (may be refused with): ${rejections.length === 0 ? 'nada propio' : asCode(rejections)}.

${own.length === 0 ? 'Sin campos propios. *No fields of its own.*' : fieldTable(own)}
`;
};

const shapes = [
  ['PersonDto', '`subscriber`, `reporter`, `representative`'],
  ['MoneyDto', '`price`, `proportionalRefund`, `bonus`: unidades menores (minor units)'],
  ['BalanceDto', '`balance`: negativo si debe el proveedor (negative where the provider owes)'],
  ['AttachmentDto', '`attachments`, `attachment`'],
  ['ExternalReferenceDto', '`externalReferences`'],
  ['RelationshipDto', '`relationships`'],
  ['VisitWindowDto', '`window`'],
];

const commandsPage = async () => {
  const { intakes } = (await built('application/stages/stages.js')).stages;
  const { fieldsOf } = await built('application/commands/dto/field.js');
  const { RestorationImpossibleDto } = await built('application/stages/notice.js');
  const classes = { ...(await built('application/commands/dto/shapes.dto.js')), RestorationImpossibleDto };
  const { roleMatrix } = await built('domain/complaint/role-matrix.js');
  const { refusalsOfEvery } = await built('application/commands/refusals.js');
  const { complaintSubcommands } = await built('interfaces/cli/complaint/index.js');
  const rejections = rejectionsByCommand();
  const common = [...intakes.close.fields];
  const nested = [...shapes, ['RestorationImpossibleDto', '`restorationImpossible`']];
  return `# Comandos (commands)

${note}

Lo que no se nombra aquí se rechaza (\`unknown-field\`). Los instantes que fechan el acto mismo (\`sentAt\`, \`restoredAt\`…) valen \`occurredAt\` si faltan. *What is not named here is refused; instants that date the act itself default to \`occurredAt\`.*

## Lo que lleva todo comando (every command)

${fieldTable(common)}

Cualquiera puede rechazarse además con ${asCode(refusalsOfEvery)}. *Any of them may be refused with these too.*

## Cada comando (each command)

${Object.entries(intakes)
  .map(([type, intake]) => commandText(type, intake, roleMatrix[type], rejections.get(type) ?? []))
  .join('\n')}
## Objetos (objects)

${nested.map(([name, where]) => `### ${where}\n\n${fieldTable(fieldsOf(classes[name]))}\n`).join('\n')}`;
};

/** Where a code belongs, by the folder of the file that holds it; the last takes what is left. */
const groups = [
  ['De la solicitud (complaint)', /^domain\/complaint\//],
  ['De los folios (folio numbers)', /^(domain|application)\/folio\//],
  ['De los perfiles de proveedor (provider profiles)', /^(domain|application)\/provider\//],
  ['De la entrada de un comando (input of a command)', /^application\/commands\//],
  ['De hechos guardados (stored events)', /^application\/schema\//],
  ['Del almacén (store)', /^application\/ports\//],
  ['De registros que se importan (event logs)', /^(application\/import|infrastructure\/xes)\//],
  ['De la línea de comandos (command line)', /^infrastructure\/cli\//],
  ['Otros (others)', /./],
];

/** A text with the second of two words that a number chooses between, as it is told of several. */
const ofSeveral = (text) => text.replace(/\{\w+:[^{}|]*\|([^{}|]*)\}/g, '$1');

const rejectionTable = (texts) =>
  ['| Código | Español | English |', '|---|---|---|']
    .concat(
      texts.map(
        ({ code, es, en }) => `| \`${code}\` | ${inCell(ofSeveral(es))} | ${inCell(ofSeveral(en))} |`,
      ),
    )
    .join('\n');

const rejectionsPage = () => {
  const files = codedTexts();
  const groupOf = (file) => groups.find(([, pattern]) => pattern.test(file));
  const sections = groups.flatMap((group) => {
    const texts = files.filter(({ file }) => groupOf(file) === group).flatMap((each) => each.texts);
    return texts.length === 0 ? [] : [`## ${group[0]}\n\n${rejectionTable(texts)}\n`];
  });
  return `# Rechazos y fallas (refusals, faults, errors)

${note}

Los códigos no cambian; los textos sí pueden. \`{nombre}\` es un detalle. *Codes are stable, texts are not; \`{name}\` stands for a detail.*

${sections.join('\n')}`;
};

const wordLists = [
  ['causes', 'Causas (causes)'],
  ['actions', 'Correcciones (actions)'],
  ['grounds', 'Fundamentos (grounds)'],
  ['procedures', 'Trámites (procedures)'],
];

const wordTable = (words) =>
  ['| Código | Español | English |', '|---|---|---|']
    .concat(
      Object.entries(words).map(([code, { es, en }]) => `| \`${code}\` | ${inCell(es)} | ${inCell(en)} |`),
    )
    .join('\n');

const wordsPage = async () => {
  const { sharedVocabulary } = await built('domain/texts/labels/vocabulary.js');
  return `# Palabras que leen los usuarios (words that users read)

${note}

Los usuarios leen el nombre, nunca el código; sin nombre no se acepta ninguna causa ni corrección. Un fundamento o un trámite también puede escribirse con sus propias palabras. Cada proveedor agrega los suyos en \`vocabulary\` de su perfil ([guía](../guides/add-a-provider.es.md)); \`quejas words\` los enumera juntos, y la línea de comandos los entiende por su nombre. *Users read the name, never the code; a cause or an action without a name is not accepted. A ground or a procedure may be written out. A provider adds its own in the \`vocabulary\` of its profile ([guide](../guides/add-a-provider.md)); \`quejas words\` lists both, and the command line knows them by name.*

${wordLists.map(([sort, title]) => `## ${title}\n\n${wordTable(sharedVocabulary[sort])}\n`).join('\n')}`;
};

export const outputs = async () => [
  { path: 'docs/reference/events.md', text: await eventsPage() },
  { path: 'docs/reference/commands.md', text: await commandsPage() },
  { path: 'docs/reference/rejections.md', text: rejectionsPage() },
  { path: 'docs/reference/words.md', text: await wordsPage() },
];
