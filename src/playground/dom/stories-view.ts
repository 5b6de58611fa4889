import { PLAYGROUND_STORIES as TEXTS } from '../../text/playground-stories.js'
import { encodeState } from '../state.js'
import { findStory, STORIES } from '../stories.js'
import type { Story, StoryVersion } from '../story.js'
import type { Child } from './elements.js'
import { explanation } from './explanation.js'
import { button } from './fields.js'
import type { Page } from './page.js'

/** Stories to choose from, and the one that the link names. */
export function storiesView(page: Page): Element {
  const { make } = page
  const found = findStory(page.state().story)
  if (found === undefined) return overview(page)
  return make('div', { class: 'stories' }, [
    make('nav', { class: 'inputs', 'aria-label': TEXTS.choose }, [
      make(
        'ul',
        {},
        STORIES.map((story) =>
          make('li', {}, linkTo(page, story.versions[0].id, TEXTS.texts[story.name].title, found.story === story)),
        ),
      ),
    ]),
    storyView(page, found.story, found.version),
  ])
}

/** What each story is about, for those who have not chosen one. */
function overview(page: Page): Element {
  const { make } = page
  return make('nav', { class: 'overview', 'aria-label': TEXTS.choose }, [
    STORIES.map(({ name, versions }) => {
      const { title, intro } = TEXTS.texts[name]
      return [make('h3', {}, linkTo(page, versions[0].id, title, false)), make('p', {}, intro)]
    }),
  ])
}

function storyView(page: Page, story: Story, version: StoryVersion): Element {
  const { make } = page
  const { title, intro, wrong, right } = TEXTS.texts[story.name]
  const { next } = version
  return make('section', { class: 'story', 'aria-labelledby': 'story-title' }, [
    make('h3', { id: 'story-title' }, title),
    make('p', {}, intro),
    make('nav', { class: 'versions', 'aria-label': TEXTS.versions }, [
      story.versions.map(({ id, goesWell }) =>
        linkTo(page, id, goesWell ? TEXTS.right : TEXTS.wrong, id === version.id),
      ),
    ]),
    make('p', { class: `lesson ${version.goesWell ? 'right' : 'wrong'}` }, version.goesWell ? right : wrong),
    make('h4', {}, TEXTS.setup),
    make('pre', {}, version.setup),
    version
      .play()
      .map(({ name, evaluation }) => [
        make('h4', { class: 'scene' }, TEXTS.scenes[name]),
        make('div', { class: 'scene', 'data-scene': name }, explanation(page, { evaluation })),
      ]),
    next && button(page, TEXTS.next, () => page.go(next)),
  ] satisfies Child[])
}

/** Each version is a link of its own, which works in another window too. */
function linkTo(page: Page, id: string, text: string, isCurrent: boolean): Element {
  return page.make(
    'a',
    {
      href: `#${encodeState({ view: 'stories', story: id })}`,
      'aria-current': isCurrent ? 'true' : undefined,
      click: (event) => {
        event.preventDefault()
        page.go({ story: id })
      },
    },
    text,
  )
}
