// prove:projections -- --runs N --seed S: read models through crashes, duplicate deliveries, failing handlers, rebuilds
// and replays cut off half-way, N histories for each place of rows; at the end the rows equal those of a fresh rebuild.
// Each proof is a test of test/proofs/projections, so that the suite runs a slice of the same.
import { proveBySuite } from './by-suite.js';

proveBySuite('projections', 500);
