// prove:input -- --runs N --seed S: whatever comes from outside is taken whole or refused with a code, N times over.
// Each proof is a test of test/proofs/input, so that the suite runs a slice of the same.
import { proveBySuite } from './by-suite.js';

proveBySuite('input', 10_000);
