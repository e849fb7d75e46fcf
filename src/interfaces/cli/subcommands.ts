import { completionOf } from './completion/completion.js';
import { analytics } from './analytics/analytics.js';
import { actOnDue } from './deadlines/act-on-due.js';
import { calendars } from './deadlines/calendars.js';
import { clocks } from './deadlines/clocks.js';
import { due } from './deadlines/due.js';
import { sla } from './deadlines/sla.js';
import { audit } from './auditing/audit.js';
import { exportBundle } from './auditing/export.js';
import { replay } from './auditing/replay.js';
import { reveal } from './auditing/reveal.js';
import { verify } from './auditing/verify.js';
import { demo } from './demo/demo.js';
import { importLog } from './importing/import-log.js';
import { attendOutage } from './outage/attend-outage.js';
import { backup } from './keeping/back-up.js';
import { check } from './keeping/check.js';
import { keys } from './keys/keys.js';
import { migrate } from './keeping/migrate.js';
import { restore } from './keeping/restore.js';
import { projections } from './projections/projections.js';
import { metrics } from './projections/metrics.js';
import { procedure } from './publishing/procedure.js';
import { words } from './publishing/words.js';
import { events } from './reading/events.js';
import { find } from './reading/find.js';
import { list } from './reading/list.js';
import { notice, notices } from './reading/notice.js';
import { queue } from './reading/queue.js';
import { show } from './reading/show.js';
import { totals } from './reading/totals.js';
import { complaintSubcommandList } from './writing/complaint-subcommands.js';
import type { Subcommand } from './program/subcommand.js';
import { versionSubcommand } from './reading/version.js';

/** Everything `quejas` can do, in the order in which help lists it. */
export const subcommands: readonly Subcommand[] = [
  queue,
  show,
  clocks,
  list,
  find,
  notice,
  notices,
  totals,
  sla,
  events,
  due,
  procedure,
  words,
  ...complaintSubcommandList,
  attendOutage,
  importLog,
  backup,
  restore,
  keys,
  check,
  migrate,
  analytics,
  actOnDue,
  calendars,
  projections,
  metrics,
  audit,
  exportBundle,
  verify,
  replay,
  reveal,
  demo,
  completionOf(() => subcommands),
  versionSubcommand,
];
