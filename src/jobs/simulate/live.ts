import type { Kind } from '../../domain/complaint/vocabulary.js';
import { liveFault } from './fault-life.js';
import { liveToAnswer, liveToCancellation, liveWithArea } from './other-lives.js';
import type { Story } from './story.js';

const lives: Readonly<Record<Kind, (story: Story) => void>> = {
  fault: liveFault,
  complaint: (story) => {
    if (story.state().facets.track === 'technical-complaint') liveFault(story);
    else liveWithArea(story, false);
  },
  clarification: (story) => {
    liveWithArea(story, true);
  },
  inquiry: (story) => {
    liveToAnswer(story, 'inquiry');
  },
  suggestion: (story) => {
    liveToAnswer(story, 'suggestion');
  },
  procedure: (story) => {
    liveToAnswer(story, 'procedure');
  },
  cancellation: liveToCancellation,
};

/** What becomes of a request after it was filed. */
export const live = (story: Story): void => {
  const kind = story.state().about?.kind;
  if (kind !== undefined) lives[kind](story);
};
