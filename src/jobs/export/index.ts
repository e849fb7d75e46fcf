export { writeBundle, type BundleContent, type WrittenBundle } from './write-bundle.js';
export type { BundleFile } from './log-files.js';
