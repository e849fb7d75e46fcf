export {
  eventStoreContract,
  eventStoreLaws,
  tryLaw,
  type ContractOptions,
  type StoreUnderTest,
} from './contract.js';
export type { Ability, Law, LawGroup, Subject, Trial } from './law.js';
export type { Random } from './random.js';
