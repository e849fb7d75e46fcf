import type { ProviderProfile } from '../../../domain/provider/profile.js';

/** The profile that a command line names: a shipped one by its id, else the file at an absolute path. */
export const profileAsNamed = async (provider: string): Promise<ProviderProfile> => {
  if (provider.includes('/') || provider.includes('\\')) {
    const { profileFromFile } = await import('./profile-file.js');
    return profileFromFile(provider);
  }
  const { profileNamed } = await import('./profiles.js');
  return profileNamed(provider);
};
