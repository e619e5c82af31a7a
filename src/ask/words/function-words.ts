/** The words that carry grammar and no subject matter: a match of theirs says nothing. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'a about above across after against ago all along also although am amid among an and another any anyone anything are ' +
    'around as aside at away be became because become been before behind being below beside besides between beyond both ' +
    'but by can cannot could did do does doing done down during each either else etc even ever every everyone everything ' +
    'for from further had has have having he hence her here hers herself him himself his how however i if in into is it ' +
    'its itself just let lot many may me might mine more most much must my myself neither no nor not now of off often on ' +
    'once one only onto or other others ought our ours ourselves out over own per please quite rather really same shall ' +
    'she should since so some someone something still such tell than that the their theirs them themselves then there ' +
    'therefore these they this those though through throughout thus till to together too toward towards under unless ' +
    'until up upon us used very via was we well were what whatever when whenever where whereas wherever whether which ' +
    'while who whoever whom whose why will with within without would yet you your yours yourself ' +
    "s t d ll re ve m isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't can't couldn't wouldn't " +
    "shouldn't isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont cant couldnt wouldnt shouldnt"
  ).split(' '),
);

/** The function words that turn a statement round. */
export const negations: ReadonlySet<string> = new Set(
  "not no never none nor neither cannot without isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't can't couldn't wouldn't".split(
    ' ',
  ),
);
