// prove:replay -- --runs N --seed S: the whole log of the help desk, replayed at N random instants, equals what a prefix of
// its file comes to, from the store and from its bundle.
// Each proof is a test of test/proofs/replay, so that the suite runs a slice of the same.
import { proveBySuite } from './by-suite.js';

proveBySuite('replay', 100);
