// prove:damage -- --runs N --seed S: whatever happens to the files of a store is harmless or told by a code, N times over.
// Each proof is a test of test/proofs/damage, so that the suite runs a slice of the same.
import { proveBySuite } from './by-suite.js';

proveBySuite('damage', 5000);
