export {
  recomputeOpen,
  type RecomputeOptions,
  type RecomputeOrder,
  type RecomputeResult,
} from './recompute-open.js';
