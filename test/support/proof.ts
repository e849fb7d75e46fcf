/**
 * How often a randomised proof runs, and from which seed: `npm run prove:input -- --runs N --seed S` sets both. In the
 * suite each runs `usual` times, from a seed of its own that a failure prints. `share`: what part of N a proof takes
 * whose every run is dear.
 */
export const proof = (usual: number, share = 1): { readonly numRuns: number; readonly seed?: number } => {
  const runs = Number(process.env['QUEJAS_PROOF_RUNS'] ?? Number.NaN);
  const seed = Number(process.env['QUEJAS_PROOF_SEED'] ?? Number.NaN);
  return {
    numRuns: Number.isSafeInteger(runs) && runs > 0 ? Math.ceil(runs * share) : usual,
    ...(Number.isSafeInteger(seed) && { seed }),
  };
};

/** Longer runs take longer: milliseconds a proof may take. */
export const proofTimeout = (usual: number): number => Math.max(60_000, proof(usual).numRuns * 100);
