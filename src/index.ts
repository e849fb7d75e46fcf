/** The version of the package, as published. */
export const VERSION = '0.1.0';
