import {
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asPrivacyOfficer,
  asRulingOfficer,
  asSystem,
  asTechnicalLead,
  asUser,
} from '../application/commands/actors.js';

export {
  asAuditor,
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asPrivacyOfficer,
  asRulingOfficer,
  asSystem,
  asTechnicalLead,
  asUser,
} from '../application/commands/actors.js';

/** The people of a story, where it does not matter which one of a role it is. */
export const people = {
  /** The subscriber: `sub-1`. */
  user: asUser('sub-1'),
  /** `cs-1` */
  customerService: asCustomerService('cs-1'),
  /** `rt-1`, whom `assignTechnician` assigns. */
  technicalLead: asTechnicalLead('rt-1'),
  /** `ar-1` */
  competentArea: asCompetentArea('ar-1'),
  /** `ro-1` */
  rulingOfficer: asRulingOfficer('ro-1'),
  /** `bi-1` */
  billing: asBilling('bi-1'),
  /** `le-1` */
  legal: asLegal('le-1'),
  /** `po-1` */
  privacyOfficer: asPrivacyOfficer('po-1'),
  /** `profeco` */
  authority: asAuthority('profeco'),
  /** A machine of the provider: `sys`. */
  system: asSystem('sys'),
} as const;
