// prove:due -- --runs N --seed S: what a due instant's explanation says is counted again by a Python program, N times over.
// And simulated years of both providers, in which every wake-up runs, against an oracle that steps by the minute: in memory,
// in a file, and by two hosts on the loopback server while calls fail.
// The proof is a test of test/proofs/due, so that the suite runs a slice of the same.
import { proveBySuite } from './by-suite.js';

proveBySuite('due', 1_000);
