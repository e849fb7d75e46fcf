import { authority } from './authority.js';
import { compensation } from './compensation.js';
import { correction } from './correction.js';
import { deadlines } from './deadlines.js';
import { diagnosis } from './diagnosis.js';
import { ending } from './ending.js';
import { escalation } from './escalation.js';
import { filing } from './filing.js';
import { followUp } from './follow-up.js';
import { notice } from './notice.js';
import { parties } from './parties.js';
import { penalty } from './penalty.js';
import { repair } from './repair.js';
import { report } from './report.js';
import { ruling } from './ruling.js';
import { service } from './service.js';
import { triage } from './triage.js';
import { visit } from './visit.js';

export interface Tables {
  readonly intakes: object;
  readonly events: object;
}

export interface Stages<T extends Tables> {
  readonly tables: T;
  readonly followedBy: <S extends Tables>(stage: S) => Stages<Both<T, S>>;
}

export interface Both<A extends Tables, B extends Tables> {
  readonly intakes: A['intakes'] & B['intakes'];
  readonly events: A['events'] & B['events'];
}

const startingWith = <T extends Tables>(tables: T): Stages<T> => ({
  tables,
  followedBy: (stage) =>
    startingWith({
      intakes: { ...tables.intakes, ...stage.intakes },
      events: { ...tables.events, ...stage.events },
    }),
});

/**
 * The stages of a complaint's life in the order in which it is lived, each registered here and nowhere else: the
 * intakes of all commands and the catalogue of all events are assembled from this list.
 */
export const stages = startingWith(filing)
  .followedBy(parties)
  .followedBy(triage)
  .followedBy(followUp)
  .followedBy(visit)
  .followedBy(diagnosis)
  .followedBy(repair)
  .followedBy(ruling)
  .followedBy(compensation)
  .followedBy(notice)
  .followedBy(service)
  .followedBy(penalty)
  .followedBy(escalation)
  .followedBy(authority)
  .followedBy(deadlines)
  .followedBy(report)
  .followedBy(ending)
  .followedBy(correction).tables;
