import { codedError } from '../../../application/errors/coded-error.js';
import { loadProfile } from '../../../application/provider/load-profile.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import { readJsonFile } from '../flags/read-json-file.js';

const mostFaults = 10;

/** A provider's profile from a JSON file. Throws `profile-invalid` with every field at fault, `input-…`. */
export const profileFromFile = async (path: string): Promise<ProviderProfile> => {
  const loaded = loadProfile(await readJsonFile(path));
  if (loaded.ok) return loaded.profile;
  const { code, faults } = loaded;
  const together = (language: Language) =>
    faults
      .slice(0, mostFaults)
      .map((fault) => `${fault.path === '' ? '/' : fault.path}: ${fault[language]}`)
      .join(' ');
  throw codedError(code, { es: `${path}: ${together('es')}`, en: `${path}: ${together('en')}` });
};
