import { authority } from './authority/stage.js';
import { compensation } from './compensation/stage.js';
import { correction } from './correction/stage.js';
import { deadlines } from './deadlines/stage.js';
import { diagnosis } from './diagnosis/stage.js';
import { ending } from './ending/stage.js';
import { escalation } from './escalation/stage.js';
import { filing } from './filing/stage.js';
import { followUp } from './follow-up/stage.js';
import { notice } from './notice/stage.js';
import { parties } from './parties/stage.js';
import { penalty } from './penalty/stage.js';
import { repair } from './repair/stage.js';
import { report } from './report/stage.js';
import { ruling } from './ruling/stage.js';
import { service } from './service/stage.js';
import { startingWith } from './stages-together.js';
import { triage } from './triage/stage.js';
import { visit } from './visit/stage.js';

/**
 * The life of a complaint: its stages in the order in which it is lived, each registered here and nowhere else. The
 * tables and types of all its events, commands, decisions and refusals are assembled from this list.
 */
export const life = startingWith(filing)
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
