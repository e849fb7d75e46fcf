import type { Quejas } from '../../../composition/quejas.js';
import type { RowsWork } from '../../../composition/projections/projections-at-work.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { numberOption } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import type { Place } from '../session/opener.js';
import { printJson, say, type Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { withQuejas } from '../session/with-quejas.js';
import { printText } from '../session/print-text.js';
import { progressOn } from '../terminal/progress.js';
import { patience } from '../terminal/still-working.js';
import { tellList } from './tell-list.js';

interface Asked {
  readonly name: string;
  readonly version: number | undefined;
  readonly live: boolean;
}

interface Action {
  readonly access: Place['access'];
  /** Ends with whether what was found is as it ought to be. */
  readonly run: (quejas: Quejas, asked: Asked, session: Session) => Promise<boolean>;
}

const mustName = ({ name }: Asked): string => {
  if (name === '')
    throw fault('argument-missing', { name: 'name' }, undefined, { es: { name: 'nombre' }, en: {} });
  return name;
};

const mustSay = ({ version }: Asked): number => {
  if (version === undefined) throw fault('argument-missing', { name: '--projection-version' });
  return version;
};

const ofVersion = ({ version }: Asked) => (version === undefined ? {} : { version });

const tellDone = async (session: Session, text: Bilingual, asked: Asked): Promise<true> => {
  const { name, version = null } = asked;
  if (session.json) await printJson(session, { ok: true, name, version });
  else await printText(session, `${say(session, text, { name, version: version ?? '' })}\n`);
  return true;
};

/** Work over rows, with its progress on a terminal; the user may stop it. */
const watched = async (
  session: Session,
  asked: Asked,
  label: Bilingual,
  work: (name: string, options: RowsWork) => Promise<void>,
): Promise<void> => {
  const progress = await progressOn(session, say(session, label), patience);
  const options: RowsWork = {
    ...ofVersion(asked),
    signal: session.signal,
    onProgress: ({ done: made, total }) => progress.advance(made, total),
  };
  await work(mustName(asked), options).finally(progress.end);
};

const verifyOne = async (quejas: Quejas, name: string, asked: Asked, session: Session): Promise<boolean> => {
  const label = say(session, { es: 'Eventos', en: 'Events' });
  const progress = await progressOn(session, label, patience);
  const found = await quejas
    .verifyProjection(name, {
      ...ofVersion(asked),
      signal: session.signal,
      onProgress: ({ done: made, total }) => progress.advance(made, total),
    })
    .catch((error: unknown) => {
      checkInterrupt(session);
      throw error;
    })
    .finally(progress.end);
  const { version, rows, equal } = found;
  if (session.json) await printJson(session, { name, version, rows, equal });
  else {
    const text = equal
      ? {
          es: '{name} {version}: {rows} {rows:renglón, igual al que|renglones, iguales a los que} dan los eventos.',
          en: '{name} {version}: {rows} {rows:row, equal to the one that|rows, equal to those that} the events give.',
        }
      : {
          es: '{name} {version}: {rows} {rows:renglón, distinto del que|renglones, distintos de los que} dan los eventos. quejas projections rebuild {name} los vuelve a hacer.',
          en: '{name} {version}: {rows} {rows:row, other than the one that|rows, other than those that} the events give. quejas projections rebuild {name} makes them anew.',
        };
    await printText(session, `${say(session, text, { name, version, rows })}\n`);
  }
  return equal;
};

/** The projections of this program by name, once each. */
const namesIn = async (quejas: Quejas): Promise<readonly string[]> => {
  const found = (await quejas.projections()).filter(({ state }) => state !== 'unused');
  return [...new Set(found.map(({ name }) => name))];
};

const actions: Readonly<Record<string, Action>> = {
  list: {
    access: 'look',
    run: async (quejas, { name, version }, session) => {
      const all = await quejas.projections();
      // Throws for a name that is none, with what may have been meant.
      if (name !== '' && !all.some((each) => each.name === name)) await quejas.parkedEvents(name);
      const found = all.filter(
        (each) => (name === '' || each.name === name) && (version === undefined || each.version === version),
      );
      await tellList(session, found);
      return true;
    },
  },
  verify: {
    access: 'look',
    run: async (quejas, asked, session) => {
      let equal = true;
      for (const name of asked.name === '' ? await namesIn(quejas) : [asked.name])
        equal = (await verifyOne(quejas, name, asked, session)) && equal;
      return equal;
    },
  },
  pause: {
    access: 'write',
    run: async (quejas, asked, session) => {
      await quejas.pauseProjection(mustName(asked), ofVersion(asked));
      const text = {
        es: '{name} está en pausa hasta que se reanude: quejas projections resume {name}.',
        en: '{name} is paused until it is resumed: quejas projections resume {name}.',
      };
      return tellDone(session, text, asked);
    },
  },
  resume: {
    access: 'write',
    run: async (quejas, asked, session) => {
      await quejas.resumeProjection(mustName(asked), ofVersion(asked));
      await quejas.catchUp();
      return tellDone(session, { es: '{name} sigue.', en: '{name} goes on.' }, asked);
    },
  },
  replay: {
    access: 'write',
    run: async (quejas, asked, session) => {
      const label = { es: 'Renglones', en: 'Rows' };
      await watched(session, asked, label, quejas.replayProjection).catch((error: unknown) => {
        checkInterrupt(session);
        throw error;
      });
      const text = {
        es: '{name} se volvió a hacer de los eventos, en el mismo lugar.',
        en: '{name} was made from the events again, in place.',
      };
      return tellDone(session, text, asked);
    },
  },
  rebuild: {
    access: 'write',
    run: async (quejas, asked, session) => {
      await watched(session, asked, { es: 'Renglones', en: 'Rows' }, quejas.rebuildProjection);
      const text = {
        es: '{name} se volvió a hacer de los eventos, y los renglones nuevos son los que se consultan.',
        en: '{name} was made from the events again, and the new rows are those that are read.',
      };
      return tellDone(session, text, asked);
    },
  },
  switch: {
    access: 'write',
    run: async (quejas, asked, session) => {
      await quejas.switchProjection(mustName(asked), mustSay(asked));
      const text = {
        es: 'De {name} se lleva la versión {version}.',
        en: 'Version {version} of {name} is the one that is kept.',
      };
      return tellDone(session, text, asked);
    },
  },
  drop: {
    access: 'write',
    run: async (quejas, asked, session) => {
      await quejas.dropProjection(mustName(asked), mustSay(asked), { live: asked.live });
      const text = {
        es: 'Se quitaron los renglones de la versión {version} de {name}.',
        en: 'The rows of version {version} of {name} were taken away.',
      };
      return tellDone(session, text, asked);
    },
  },
};

/** The largest version that a number option takes. */
const mostVersions = 999_999_999;

export const runProjections = async (session: Session, given: Given): Promise<ExitStatus> => {
  const { operand = '', second: name = '', options } = given;
  const action = Object.hasOwn(actions, operand) ? actions[operand] : undefined;
  if (action === undefined)
    throw fault('choice-invalid', { name: 'projections', value: operand, allowed: Object.keys(actions) });
  const version = numberOption(options, 'projectionVersion', [1, mostVersions]);
  const asked: Asked = { name, version, live: options['live'] === true };
  return withQuejas(
    session,
    action.access,
    async (quejas) => ((await action.run(quejas, asked, session)) ? done : 1),
    { readsRows: false },
  );
};
