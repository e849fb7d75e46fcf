// prove:subscription -- --runs N --seed S: one subscription through each client, under random faults, for N periods of its
// watchdog; 2,880 are those of a day. Every event comes once and in order, no stall is longer than the watchdog allows,
// and memory stays flat. Each proof is a test of test/proofs/subscription, so that the suite runs a slice of the same.
import { proveBySuite } from './by-suite.js';

proveBySuite('subscription', 2_880);
