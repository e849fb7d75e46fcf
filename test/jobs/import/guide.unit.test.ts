import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { conditionNames } from '../../../src/jobs/import/conditions.js';
import { actorSources } from '../../../src/jobs/import/mapping.js';
import { shippedMappings } from '../../../src/jobs/import/mappings/index.js';

describe.each(['import-a-log.md', 'import-a-log.es.md'])('the guide %s', (name) => {
  const guide = readFileSync(join(__dirname, '../../../docs/guides', name), 'utf8');

  it('names every condition, every actor and every activity of the help desk', () => {
    const activities = shippedMappings[0]?.activities.map(({ activity }) => activity) ?? [];
    const missing = [...conditionNames, ...actorSources].filter((word) => !guide.includes(`\`${word}\``));
    expect([...missing, ...activities.filter((activity) => !guide.includes(activity))]).toEqual([]);
  });
});
