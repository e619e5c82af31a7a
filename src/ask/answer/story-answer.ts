/** What a story answers. */
import type { OpenQuestion, Statement } from '../../story/index.ts';
import type { Analysis } from './question/analyse.ts';
import type { RequestedPart } from './question/requested-part.ts';
import type { Point } from './rank/point.ts';
import type { StoryIndex } from './story/story-index.ts';
import { type NextQuestion, nextQuestions } from './tell/next-questions.ts';

/** What answers one question, or that nothing does and what is nearest to it. */
export interface StoryAnswer {
  readonly asked: Analysis;
  readonly isAnswered: boolean;
  /** The part of the story that was asked for as a whole: `statements` then holds those of it. */
  readonly part?: RequestedPart;
  /** Best first; empty where the story does not answer, or a part has none. */
  readonly statements: readonly Statement[];
  /** The short answer. */
  readonly point?: Point;
  /** The matter that the answer is about, where it is contested: `statements` then holds its sides. */
  readonly contested?: OpenQuestion;
  /** Whoever was asked for comes first among them, whatever the day. */
  readonly isSpeakersFirst?: boolean;
  /** What was taken for granted: the statement that "it" or "that" means. */
  readonly about?: Statement;
  /** The question leans on what was shown before. */
  readonly isFollowUp: boolean;
  /** What comes nearest besides, best first. */
  readonly nearest: readonly Statement[];
  /** In whose light the next question is read: what answers, else what comes nearest, where that is likely enough; empty for what was told before. */
  readonly inView: readonly Statement[];
  /** 0..1; from 0.58 on it is an answer. */
  readonly confidence: number;
  /** Nothing is surely an answer, and what comes nearest may be one. */
  readonly isUnsure: boolean;
  /** The editor lists it among what the story does not tell, or it would have to be there and is not. */
  readonly isNotTold: boolean;
  readonly next: readonly NextQuestion[];
  /** The question is in another language than the story. */
  readonly foreign?: true;
}

/** That it tells nothing. */
export function nothingTold({ story }: StoryIndex, asked: Analysis): StoryAnswer {
  return {
    asked,
    isAnswered: false,
    statements: [],
    nearest: [],
    inView: [],
    confidence: 0,
    isFollowUp: false,
    isUnsure: false,
    isNotTold: false,
    next: nextQuestions(story, [], ''),
  };
}
