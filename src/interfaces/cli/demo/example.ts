import { asCustomerService } from '../../../application/commands/actors.js';
import type { CaseFull } from '../../../queries/case-view.js';
import type { Quejas } from '../../../composition/quejas.js';

/** A complaint worth looking at, and the letter its user got. */
export interface Example {
  readonly quejas: Quejas;
  readonly view: CaseFull;
  readonly letter: { readonly subject: string; readonly body: string };
}

/** Who looks at the example: the demo invents all of its people. */
export const exampleViewer = asCustomerService('cs-demo');

const telling = ['VisitCompleted', 'Repaired', 'CompensationGranted', 'UserNotified', 'Closed', 'upheld'];

const worth = ({ ruling, history }: CaseFull): number => {
  const types = new Set([...history.map(({ type }) => type), ruling]);
  return types.has('UserNotified')
    ? telling.filter((type) => types.has(type)).length - history.length / 100
    : -1;
};

/** The most telling of the first complaints: one that went all the way, without detours. */
export const chooseExample = async (
  served: readonly Quejas[],
  folios: readonly string[],
): Promise<Example | undefined> => {
  let best: { quejas: Quejas; view: CaseFull } | undefined;
  for (const folio of folios.slice(0, 150))
    for (const quejas of served) {
      const view = await quejas.show(folio, exampleViewer);
      if (view?.view === 'full' && worth(view) > (best === undefined ? 0 : worth(best.view)))
        best = { quejas, view };
    }
  if (best === undefined) return undefined;
  const letter = await best.quejas.notice(best.view.folio, 'final', exampleViewer);
  return letter === undefined ? undefined : { ...best, letter };
};
