export { verifyBundle, type Verified, type VerifyOptions } from './verify-bundle.js';
export { bundleFaultTexts, type BundleFault, type BundleFaultCode } from './fault.js';
export type { Trust } from './keys.js';
