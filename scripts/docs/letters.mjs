// The gallery of letters: every letter that a user may receive, from played cases, for both shipped providers.
import { conectared, emenet } from '../../dist/esm/domain/provider/index.js';
import { playedLetters } from '../letters/play.mjs';
import { galleryPage, galleryText } from '../letters/gallery.mjs';

export const outputs = async () => {
  const files = [];
  for (const profile of [conectared, emenet]) {
    const letters = await playedLetters(profile);
    files.push(
      { path: `docs/gallery/${profile.id}.md`, text: galleryText(profile, letters) },
      { path: `docs/gallery/${profile.id}.html`, text: galleryPage(profile, letters) },
    );
  }
  return files;
};
