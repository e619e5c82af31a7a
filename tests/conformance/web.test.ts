import { describePlatform } from './describe-platform.ts';
import { openPage } from './web-surface.ts';

describePlatform('page', openPage);
