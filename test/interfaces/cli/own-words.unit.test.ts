import { describe, expect, it } from '@jest/globals';
import { conectared } from '../../../src/domain/provider/index.js';
import { complaintSubcommands } from '../../../src/interfaces/cli/complaint/index.js';
import { inProvidersWords } from '../../../src/interfaces/cli/flags/in-providers-words.js';
import { readFlags } from '../../../src/interfaces/cli/flags/read-flags.js';

const provider = {
  ...conectared,
  vocabulary: {
    causes: { 'rodent-bite': { es: 'mordedura de roedor', en: 'rodent bite' } },
    actions: { 'duct-sealed': { es: 'canalización sellada', en: 'duct sealed' } },
  },
};

const meant = (command: 'verifyCause' | 'repair', options: Readonly<Record<string, unknown>>) => {
  const { flags } = complaintSubcommands[command];
  return inProvidersWords(readFlags(flags, options), flags, provider);
};

describe('a word of the provider', () => {
  it.each(['Mordedura de roedor', 'rodent bite', 'rodent-bite', 'roedor'])('is a cause: %s', (typed) => {
    expect(meant('verifyCause', { cause: [typed, 'Fibra cortada'] })).toEqual({
      causes: ['rodent-bite', 'cut-fibre'],
    });
  });

  it('is an action, with its accents and without', () => {
    for (const action of ['Canalización sellada', 'canalizacion sellada', 'duct-sealed'])
      expect(meant('repair', { action })).toEqual({ action: 'duct-sealed' });
  });

  it('stays as it was typed where neither the library nor the provider has it, to be refused', () => {
    expect(meant('verifyCause', { cause: ['mal de ojo'] })).toEqual({ causes: ['mal de ojo'] });
    expect(meant('repair', { action: 'nada' })).toEqual({ action: 'nada' });
  });
});
