/**
 * Has a third party say that these bytes, a signed checkpoint, existed by now: gives the file that says so, such as the
 * reply of a time-stamp authority (RFC 3161). What is in it is checked with that authority's tools.
 */
export type Stamp = (bytes: Uint8Array) => Promise<Uint8Array>;
