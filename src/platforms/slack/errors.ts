/** What went wrong with a request to Slack, in a word for the log. */
import { webApi } from '@slack/bolt';

/** Slack's own name of the error, or what became of the request; never its text or its address. */
export function reasonOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof webApi.WebAPIRequestError) return `request failed: ${codeOf(error.original)}`;
  if (error === undefined) return 'the connection ended'; // Bolt says no more
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Whether a request certainly never reached Slack. */
export function isUnreached(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIRequestError)) return false;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(codeOf(error.original));
}

/** Whether Slack refused with one of its own errors. */
export function isRefusal(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof webApi.WebAPIPlatformError && names.includes(error.data.error);
}

function codeOf(error: Error): string {
  const { cause, name } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return String(code ?? name);
}
