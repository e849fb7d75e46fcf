export type { ProfileFault, ProfileFaultCode } from './fault.js';
export {
  createProfileLoader,
  loadProfile,
  type LoadedProfile,
  type ProfileDocument,
} from './load-profile.js';
export { providerProfileSchema } from './schema.js';
export * from '../../domain/provider/index.js';
