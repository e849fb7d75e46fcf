// The public procedures of the shipped providers, as `quejas procedure --text` prints them in a fixed year.
import { conectared, emenet } from '../../dist/esm/domain/provider/index.js';
import { procedureOf, procedureText } from '../../dist/esm/domain/texts/index.js';

const year = 2026;

export const outputs = () =>
  Promise.resolve(
    [conectared, emenet].map((profile) => ({
      path: `docs/reference/procedures/${profile.id}.txt`,
      text: procedureText(procedureOf(profile, { year })),
    })),
  );
