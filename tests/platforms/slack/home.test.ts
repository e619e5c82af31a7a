/** The App Home, and what the bot says where it is new. */
import { describe, expect, test } from 'vitest';
import { buttonsOf, selectsOf, textOf } from '../../peers/slack/index.ts';
import { begin, bothModes, message, trialsOfThisFile, view } from './start.ts';

trialsOfThisFile();

describe.each(bothModes)('by %s', (mode) => {
  const open = async () => {
    const trial = await begin(mode);
    const { peer } = trial;
    const ann = peer.reader('ann');
    return { ...trial, ann, welcomes: () => peer.messages(peer.dmWith(ann)).filter(({ bot }) => bot) };
  };

  test('opened for the first time it shows the stories, and the three things to type come in private', async () => {
    const { peer, ann, welcomes } = await open();
    const home = await view(ann.openHome().answered);
    expect(home.type).toBe('home');
    expect(textOf(home)).toContain('Albania–Iran');
    await peer.waitFor(() => welcomes().length > 0);
    expect(welcomes()).toHaveLength(1);
    for (const typed of ['/dateline briefing', '/dateline stories', '/dateline help'])
      expect(textOf(welcomes()[0] as never)).toContain(typed);
  });

  test('opened again it shows the stories, and says nothing', async () => {
    const { peer, ann, welcomes } = await open();
    await ann.openHome().answered;
    await peer.waitFor(() => welcomes().length > 0);
    const home = await view(ann.openHome().answered);
    expect(home.updates).toBe(1);
    ann.dm('help');
    const texts = () => welcomes().map(textOf);
    await peer.waitFor(() => texts().some((text) => text.includes('What you can type')));
    expect(texts().filter((text) => text.includes('Dateline is here'))).toHaveLength(1);
  });

  test('each sees a home of their own', async () => {
    const { peer, ann } = await open();
    const bob = peer.reader('bob');
    await Promise.all([ann.openHome().answered, bob.openHome().answered]);
    expect(peer.home(ann.id)?.id).not.toBe(peer.home(bob.id)?.id);
  });

  test('a press there shows its answer there, with a way back', async () => {
    const { peer, ann } = await open();
    const home = await view(ann.openHome().answered);
    expect(buttonsOf(home).map(({ text }) => text)).not.toContain('Back to the stories');
    const [menu] = selectsOf(home);
    const story = await view(ann.choose(home, String(menu?.actionId), '/briefing albania-iran').answered);
    expect(story.id).toBe(home.id);
    expect(textOf(story)).toContain('Albania breaks with Iran');
    expect(buttonsOf(story).some(({ value }) => value.endsWith('#show'))).toBe(false);
    const back = await view(ann.press(story, 'Back to the stories').answered);
    expect(textOf(back)).toContain('What is new in the stories');
    expect(peer.home(ann.id)?.id).toBe(home.id);
  });

  test('a form that is opened there is answered there', async () => {
    const { peer, ann } = await open();
    const home = await view(ann.openHome().answered);
    // As a story's own button would: the home has none that opens a form.
    const form = home.blocks.find(({ type }) => type === 'actions') as { elements: object[] };
    form.elements.push({
      type: 'button',
      action_id: '/desk enrol',
      value: '/desk enrol',
      text: { type: 'plain_text', text: 'Enrol' },
    });
    const modal = await view(ann.press(home, '/desk enrol').answered);
    expect(modal.type).toBe('modal');
    ann.submit(modal, { cadence: 'daily', name: 'Ann' });
    await peer.waitFor(() => textOf(peer.home(ann.id) as never).includes('enrolled Ann, daily'));
    expect(modal.open).toBe(false);
  });

  test('a home that cannot be shown costs that, and nothing else', async () => {
    const { peer, ann, hears } = await open();
    peer.faults.next(/views\.publish/, { error: 'internal_error' });
    ann.openHome();
    await hears('answer not sent');
    await message(ann.dm('help').answered);
  });

  test('invited to a channel, it tells whoever invited it the three things to type, and them alone', async () => {
    const { peer, ann } = await open();
    const room = peer.channel('desk', { member: false });
    const hidden = peer.channel('hidden', { member: false, private: true });
    for (const channel of [room, hidden]) {
      const welcome = await message(ann.invite(channel).answered);
      expect(welcome).toMatchObject({ channel: channel.id, ephemeralFor: ann.id });
      expect(textOf(welcome)).toContain('/dateline briefing');
      expect(peer.messages(channel)).toEqual([]);
    }
  });
});
