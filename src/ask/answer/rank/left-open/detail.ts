/** Whether details are told that reports mostly leave out: how to reach somebody, by which law, what a word means. */
import type { Statement } from '../../../../story/index.ts';
import type { Reading } from '../reading.ts';

/** “What is the utility's phone number?”, of what tells of a phone and has no number that could be dialled, and no address. */
export function leavesContactOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return contactAskedForm.test(question) && !contactForm.test(what);
}

const contactAskedForm =
  /\b(?:(?:tele)?phone|mobile|hotline|contact|fax) (?:number|details)|\be-?mail address|\b(?:postal|web) address\b/i;
const contactForm = /\d(?:[ -]?\d){3,}|@|\bwww\b|\p{L}\.\p{Ll}{2,4}\b/u;

/** “Which statute obliges them to?”, of what names no law. */
export function leavesLawOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return lawAskedForm.test(question) && !lawForm.test(what);
}

const lawAskedForm =
  /\b(?:which|what) (?:\p{L}+ )?(?:statute|law|legislation|regulation|paragraph|article of (?:the )?law)s?\b/iu;
const lawForm =
  /\b(?:laws?|acts?|statutes?|legislation|regulations?|paragraphs?|articles?|sections?|codes?|rules?|decrees?|constitution\p{L}*|bills?|treaty|convention)\b|§/iu;

/** “What is a cyberattack?”, of what tells of one, and not what the word means. */
export function leavesMeaningOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  const [, noun] = meaningAskedForm.exec(question) ?? [];
  if (noun === undefined) return false;
  const name = noun.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
  return !new RegExp(`\\b${name}s? (?:is|are|means?)\\b|\\b${name}s?, (?:an?|which)\\b`, 'iu').test(what);
}

const meaningAskedForm =
  /^\W*(?:(?:[Aa]nd|[Ss]o|[Bb]ut) )?[Ww]hat(?:['’]s| is) an? (\p{Ll}[\p{Ll}-]*(?: \p{Ll}[\p{Ll}-]*)?)\W*$/u;
