import { describe } from '@jest/globals';
import { startLoopbackServer } from '../../../support/eventstoredb/server/loopback-server.js';
import { describeOnRealServer, realServer } from '../../../support/eventstoredb/servers.js';
import { goingOn, statesServerFacts } from './server-facts.js';

describe('the loopback server, asked by @eventstore/db-client', () => {
  statesServerFacts(() => startLoopbackServer(), 'eventstore');
});

describeOnRealServer('the server of QUEJAS_EVENTSTOREDB_URL, asked by @eventstore/db-client', () => {
  statesServerFacts(() => goingOn(realServer), 'eventstore');
});
