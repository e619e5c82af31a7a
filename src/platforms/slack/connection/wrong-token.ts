/** A token that Slack does not accept, as a sentence for the operator. */
import { StartProblem } from '../../start-problem.ts';
import { reasonOf } from '../errors.ts';

/** Errors that trying again does not mend, and what does. https://docs.slack.dev/reference/methods/auth.test#errors */
const mends: Readonly<Record<string, string>> = {
  invalid_auth: 'copy it anew from the app’s page',
  not_authed: 'copy it anew from the app’s page',
  token_expired: 'copy it anew from the app’s page',
  token_revoked: 'install the app anew, and copy the new token from its page',
  account_inactive: 'install the app anew, and copy the new token from its page',
  not_allowed_token_type: 'it is a token of another kind; the bot’s begins with xoxb-, the app’s with xapp-',
  missing_scope: 'make one with the right connections:write on the app’s page, under “App-Level Tokens”',
};

/** Throws such an error as a sentence, and any other as it is. */
export function sayWrong(setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN') {
  return (error: unknown): never => {
    const reason = reasonOf(error);
    const mend = mends[reason];
    if (mend === undefined) throw error;
    throw new StartProblem(`Slack does not accept ${setting} (${reason}): ${mend}.`, error);
  };
}
