import { describePlatform } from './describe-platform.ts';
import { slackBy } from './slack-surface.ts';

describePlatform('Slack by HTTP', slackBy('http'));
