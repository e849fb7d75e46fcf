/** Makes a new time-ordered UUID (version 7), where nobody gave one. */
export type Ids = () => string;
