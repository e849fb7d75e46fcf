import type { Clients } from '../../../support/eventstoredb/clients.js';
import { keepsGoodCompany } from './kinds/company.js';
import { keepsWhatNobodyAnsweredFor } from './kinds/lost-answers.js';
import { outlivesTheServer } from './kinds/outages.js';
import { makesAnotherClient } from './kinds/poisoned-clients.js';
import { saysWhatDoesNotPass, waitsForWhatPasses } from './kinds/refusals.js';
import { sceneWith } from './scene.js';

/** What becomes of appends when the server or the way to it fails. Nothing here may end in a rejection that is not handled. */
export const appendsThroughFaults = (clients: Clients): void => {
  const scene = sceneWith(clients);
  keepsWhatNobodyAnsweredFor(scene);
  waitsForWhatPasses(scene);
  saysWhatDoesNotPass(scene);
  makesAnotherClient(scene);
  outlivesTheServer(scene);
  keepsGoodCompany(scene);
};
