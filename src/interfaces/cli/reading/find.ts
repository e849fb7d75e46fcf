import { channels } from '../../../domain/complaint/vocabulary.js';
import type { FindBy } from '../../../queries/find-asked.js';
import { fault } from '../faults.js';
import { flag } from '../flags/flag.js';
import { choiceOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import { printJson, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { lookingGroup } from './groups.js';
import { pageAsked, pageFlags, pageFooter } from './paging.js';
import { searcherFlags, viewerOf } from './viewer-flags.js';

/** What is told in words of its own kind; a channel is one of a list. */
const byText: Readonly<Record<string, (value: string) => FindBy>> = {
  folio: (folio) => ({ folio }),
  subscriber: (subscriber) => ({ subscriber }),
  contract: (contract) => ({ contract }),
  outage: (outage) => ({ outage }),
  external: (external) => ({ external }),
  phone: (phone) => ({ phone }),
  email: (email) => ({ email }),
};

/** Throws `argument-missing`, `options-exclusive`, `choice-invalid`. */
const findBy = (options: Options): FindBy => {
  const channel = choiceOption(options, 'channel', channels);
  const given: readonly FindBy[] = [
    ...Object.entries(byText).flatMap(([name, asked]) => {
      const value = textOf(options, name);
      return value === undefined ? [] : [asked(value)];
    }),
    ...(channel === undefined ? [] : [{ channel }]),
  ];
  const [by, another] = given;
  const flags = [...Object.keys(byText), 'channel'].map((name) => `--${name}`);
  if (by === undefined) throw fault('argument-missing', { name: flags.join(' | ') });
  if (another !== undefined) throw fault('options-exclusive', { names: flags.join(', ') });
  return by;
};

/** What says that a personal value comes by standard input. */
const byInput = '-';

/** With a phone number or an address that standard input gives in its place. */
const withInput = async (session: Session, by: FindBy): Promise<FindBy> => {
  const read = async (): Promise<string> => (await import('./line-of-input.js')).lineOfInput(session);
  if ('phone' in by && by.phone === byInput) return { phone: await read() };
  if ('email' in by && by.email === byInput) return { email: await read() };
  return by;
};

export const find: Subcommand = {
  name: 'find',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Las solicitudes de un folio, suscriptor, contrato, falla masiva, número externo, medio, teléfono o correo',
    en: 'The requests of a folio, subscriber, contract, outage, outside number, channel, phone or e-mail',
  },
  flags: [
    flag('folio', 'text', 'Número que se dio al usuario', 'Number that the user was given'),
    flag('subscriber', 'text', 'Seudónimo del suscriptor', 'Pseudonym of the subscriber'),
    flag('contract', 'text', 'Contrato', 'Contract'),
    flag('outage', 'text', 'Falla masiva a la que se vincularon', 'Mass outage they were linked to'),
    flag(
      'external',
      'text',
      'Número que le dio otro: un correo, una autoridad',
      'Number that another party gave: a mail system, an authority',
    ),
    flag('channel', channels, 'Medio por el que llegaron', 'Channel they came in by'),
    flag(
      'phone',
      'text',
      'Teléfono que se dio; sin clave de país, de México; - lo lee de la entrada estándar, para que no quede en el historial',
      'Phone given; without a country, of Mexico; - reads it from standard input, so that no history keeps it',
    ),
    flag(
      'email',
      'text',
      'Correo que se dio; - lo lee de la entrada estándar',
      'E-mail address given; - reads it from standard input',
    ),
    ...pageFlags,
    ...searcherFlags,
  ],
  run: async (session, { options }) => {
    const asked = findBy(options);
    const page = pageAsked(options);
    const viewer = viewerOf(options, 'customer-service');
    const by = await withInput(session, asked);
    return withQuejas(session, 'read', async (quejas) => {
      const { items, total, next } = await quejas.find(by, viewer, page);
      if (session.json) {
        await printJson(session, { items, total, next });
        return done;
      }
      const { requestsTable } = await import('./requests-table.js');
      await session.out.write(await requestsTable(session, items, quejas.provider.zone));
      await pageFooter(session, { total, next, shown: items.length }, quejas.provider.zone);
      return done;
    });
  },
};
