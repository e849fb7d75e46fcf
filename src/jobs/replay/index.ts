export { replay, type ReplayQuestion, type ReplaySource } from './replay.js';
export { bundleSource, type BundleReplay } from './bundle-source.js';
