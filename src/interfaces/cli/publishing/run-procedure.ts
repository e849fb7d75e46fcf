import { languages, type Language } from '../../../domain/complaint/vocabulary.js';
import { localYearOf } from '../../../domain/complaint/terms-in-days.js';
import { procedureHtml } from '../../../domain/texts/procedure/procedure-html.js';
import { procedureText } from '../../../domain/texts/procedure/procedure-text.js';
import { procedureOf, type Procedure } from '../../../domain/texts/procedure/procedure.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { choiceOption, textOf } from '../flags/option-values.js';
import type { Given } from '../program/subcommand.js';
import { hasStore, providerOf } from '../session/places.js';
import { profileAsNamed } from '../session/profile-as-named.js';
import { shippedProfiles } from '../session/profiles.js';
import { printJson, say, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { wrapped } from '../terminal/wrap.js';
import { pageWritten, writePage } from '../session/write-page.js';
import { printText } from '../session/print-text.js';

/** Without a store, by the policy of the profile. Throws `provider-missing`, `provider-unknown`, `profile-invalid`. */
const withoutStore = async (session: Session, language: Language | undefined): Promise<Procedure> => {
  const provider = providerOf(session);
  if (provider === undefined) throw fault('provider-missing', { known: shippedProfiles.map(({ id }) => id) });
  const profile = await profileAsNamed(provider);
  const clock = await session.clockIn(profile.zone);
  return procedureOf(profile, { language, year: localYearOf(clock(), profile.zone) });
};

/** The document is in the language of the provider's users; only `--lang` asks for another. */
const madeFor = (session: Session, { options }: Given): Promise<Procedure> => {
  const language = choiceOption(options, 'lang', languages);
  return hasStore(session)
    ? withQuejas(session, 'read', (quejas) => quejas.procedure({ language }), { readsRows: false })
    : withoutStore(session, language);
};

export const runProcedure = async (session: Session, given: Given): Promise<ExitStatus> => {
  const procedure = await madeFor(session, given);
  const file = textOf(given.options, 'html');
  const page = file === undefined ? undefined : await writePage(session, file, procedureHtml(procedure));
  if (session.json) {
    const { channels, steps, terms, areas, nextInstance, ...more } = procedure;
    await printJson(session, { channels, steps, terms, areas, nextInstance, ...more, page: page ?? null });
    return done;
  }
  if (page === undefined || given.options['text'] === true)
    await session.out.write(wrapped(session.space, procedureText(procedure)));
  else await printText(session, `${inline(say(session, pageWritten, { page }))}\n`);
  return done;
};
