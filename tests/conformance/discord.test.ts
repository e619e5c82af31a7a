import { describePlatform } from './describe-platform.ts';
import { openDiscord } from './discord-surface.ts';

describePlatform('Discord', openDiscord);
