import { expect } from '@jest/globals'
import { marked, type Token, type Tokens } from 'marked'

/** Tags that the suite writes itself. */
const OWN = /^(?:<\/?(?:details|summary|code|br|sub)>|<details open>)$/
const TAGS = /<[A-Za-z/!?][^>]*>?/g

/** What a page would do with the text beyond showing it: foreign tags, links, images, headings of others. */
export function activeParts(markdown: string, ownLinks: readonly string[] = []): readonly string[] {
  const found: string[] = []
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token: Token) => {
    if (token.type === 'image') found.push(token.raw)
    // An address that stands there as it is shows where it leads.
    const isBare = token.type === 'link' && token.raw === (token as Tokens.Link).text
    if (token.type === 'link' && !isBare && !ownLinks.some((link) => token.raw.includes(link)))
      found.push(token.raw)
    if (token.type === 'html') found.push(...foreignTags(token.raw))
  })
  return found
}

function foreignTags(html: string): readonly string[] {
  return [...html.matchAll(TAGS)]
    .map(([tag]) => tag)
    .filter(
      (tag) =>
        !OWN.test(tag) && !/^<!-- \/?caliber:(?:plan:v1|run 100\.1|parts [0-9a-f,]*|applies) -->$/.test(tag)
    )
}

/** Folds that are opened and not closed, in what is not code; below zero where too many are closed. */
export function openFolds(markdown: string): number {
  let open = 0
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token: Token) => {
    if (token.type !== 'html') return
    open += [...token.raw.matchAll(/<details\b/g)].length - [...token.raw.matchAll(/<\/details>/g)].length
  })
  return open
}

/** Control, direction and zero-width characters, but for those that the suite puts behind a sign to end its meaning. */
const UNSEEN =
  /(?![\t\n]|(?<=[@#<\]])\u200B|(?<=\p{Extended_Pictographic})\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Nothing in the text is hidden from its reader, and nobody is called. */
export function expectPlain(text: string): void {
  expect(UNSEEN.exec(text)?.[0]).toBeUndefined()
  expect(/(?<!\w)@\w+/.exec(text)?.[0]).toBeUndefined()
}

/** Only the suite's own Markdown acts in the text, all of it is seen, and every fold is closed. */
export function expectInert(markdown: string, ownLinks: readonly string[] = []): void {
  expectPlain(markdown)
  expect(activeParts(markdown, ownLinks)).toEqual([])
  expect(openFolds(markdown)).toBe(0)
}
