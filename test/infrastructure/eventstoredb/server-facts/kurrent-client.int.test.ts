import { describe } from '@jest/globals';
import { startLoopbackServer } from '../../../support/eventstoredb/server/loopback-server.js';
import { describeOnRealServer, realServer } from '../../../support/eventstoredb/servers.js';
import { goingOn, statesServerFacts } from './server-facts.js';

describe('the loopback server, asked by @kurrent/kurrentdb-client', () => {
  statesServerFacts(() => startLoopbackServer(), 'kurrent');
});

describeOnRealServer('the server of QUEJAS_EVENTSTOREDB_URL, asked by @kurrent/kurrentdb-client', () => {
  statesServerFacts(() => goingOn(realServer), 'kurrent');
});
