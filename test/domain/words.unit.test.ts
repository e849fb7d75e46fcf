import { describe, expect, it } from '@jest/globals';
import { rejections } from '../../src/domain/complaint/rejections.js';
import { roleMatrix } from '../../src/domain/complaint/role-matrix.js';
import { tracks } from '../../src/domain/complaint/tracks.js';
import * as vocabulary from '../../src/domain/complaint/vocabulary.js';
import { rejections as folioRejections } from '../../src/domain/folio/rejections.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { emenet } from '../../src/domain/provider/emenet.js';
import * as labels from '../../src/domain/texts/labels/index.js';
import { byChannel, erased, unreadable, yourRequest } from '../../src/domain/texts/letters/phrases.js';

const tables = {
  vocabulary,
  tracks,
  roleMatrix,
  rejections,
  folioRejections,
  labels,
  phrases: { yourRequest, byChannel, erased, unreadable },
  conectared,
  emenet,
};

describe('what is written down as data', () => {
  it.each(Object.keys(tables).filter((name): name is keyof typeof tables => Object.hasOwn(tables, name)))(
    '%s changes only on purpose: hosts rely on the codes, people on the words',
    (name) => {
      expect(tables[name]).toMatchSnapshot();
    },
  );
});
