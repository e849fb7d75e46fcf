import type { By } from '../../../application/commands/actors.js';
import type { Quejas } from '../../../composition/quejas.js';
import type { Channel } from '../../../domain/complaint/vocabulary.js';
import { letterLabels, recipientLabels } from '../../../domain/texts/labels/choices.js';
import { channelLabels } from '../../../domain/texts/labels/requests.js';
import type { DueNotice } from '../../../queries/due-notices.js';
import { done, type ExitStatus } from '../exit-status.js';
import { say, type Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { withQuejas } from '../session/with-quejas.js';
import { jsonLine } from '../terminal/json-line.js';
import { renderTable } from '../terminal/table.js';
import { momentsFor } from './moments.js';
import { wordsFor } from './words.js';

/** The letters that are asked for. */
interface NoticesAsked {
  readonly after: string | undefined;
  readonly channels: readonly Channel[];
  readonly viewer: By;
}

/** A letter, and the place after which no letter is left out: one that is given again is known by its key. */
type Placed = DueNotice & { readonly next: string | null };

/** Every letter that is due, page by page. */
async function* dueOn(
  session: Session,
  quejas: Quejas,
  { after: start, channels, viewer }: NoticesAsked,
): AsyncGenerator<Placed> {
  let after = start;
  for (;;) {
    checkInterrupt(session);
    const page = await quejas.notices(
      { ...(after !== undefined && { after }), ...(channels.length > 0 && { channels }) },
      viewer,
    );
    const before = after;
    after = page.next ?? after;
    for (const [place, item] of page.items.entries())
      yield { ...item, next: (place === page.items.length - 1 ? after : before) ?? null };
    if (page.caughtUp || page.next === undefined) return;
  }
}

const titles = {
  es: ['Folio', 'Carta', 'Medio', 'Para', 'Desde', 'N.º', 'Asunto'],
  en: ['Folio', 'Letter', 'Channel', 'To', 'Since', 'No.', 'Subject'],
} as const;

const ranks = [0, 0, 1, 2, 1, 3, 4];

const table = (session: Session, letters: readonly Placed[], zone: string): Promise<string> => {
  const word = wordsFor(session.language);
  const moment = momentsFor(zone, session.language);
  return renderTable(
    session.space,
    titles[session.language].map((title, place) => ({ title, rank: ranks[place] ?? 0 })),
    letters.map(({ folio, kind, channel, to, occurredAt, notice, subject }) => [
      folio,
      word(letterLabels, kind),
      word(channelLabels, channel),
      to.name ?? word(recipientLabels, to.part),
      moment(occurredAt),
      String(notice),
      subject,
    ]),
  );
};

/** Writes the letters that are due: one JSON value a line, or a table for a person. */
export const runNotices = (session: Session, asked: NoticesAsked): Promise<ExitStatus> =>
  withQuejas(
    session,
    'read',
    async (quejas) => {
      const letters: Placed[] = [];
      for await (const letter of dueOn(session, quejas, asked))
        if (session.json) await session.out.write(jsonLine(letter));
        else letters.push(letter);
      if (session.json) return done;
      const none = { es: 'Ninguna carta falta por enviar.\n', en: 'No letter is still to be sent.\n' };
      await session.out.write(
        letters.length === 0 ? say(session, none) : await table(session, letters, quejas.provider.zone),
      );
      return done;
    },
    { readsRows: false },
  );
