// prove:tampering -- --runs N --seed S: a bundle of which anything was changed is refused, N times over, by both readers.
// Each proof is a test of test/proofs/tampering, so that the suite runs a slice of the same.
import { proveBySuite } from './by-suite.js';

proveBySuite('tampering', 5000);
