import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { appendFaultFacts } from './facts/append-faults.js';
import { cutAppendFacts } from './facts/cut-appends.js';
import { downtimeFacts } from './facts/downtime.js';
import { firstCallFacts } from './facts/first-calls.js';
import { readFaultFacts } from './facts/read-faults.js';
import { subscriptionFaultFacts } from './facts/subscription-faults.js';
import { loopbackFixture } from './loopback-fixture.js';

describe('faults of the loopback server, as @eventstore/db-client tells them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-loopback-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fixture = loopbackFixture('eventstore', () => ({ file: join(folder, 'log') }));
  firstCallFacts(fixture);
  appendFaultFacts(fixture);
  cutAppendFacts(fixture);
  readFaultFacts(fixture);
  subscriptionFaultFacts(fixture);
  downtimeFacts(fixture);
});
