/** Makes a new time-ordered UUID (version 7), if the caller gave none. */
export type Ids = () => string;
