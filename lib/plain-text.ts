/** Acts without being seen: control characters, direction marks, zero-width and tag characters, halves of a rune. */
const UNSEEN =
  /(?![\t\n\r]|(?<=\p{Extended_Pictographic})\uFE0F|(?<=[@#<\]])\u200B)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The text with everything unseen made visible: ESC as ␛, U+202E as ⟨U+202E⟩. A zero-width space that this suite itself
 * put behind `@`, `#`, `<` or `]` stays, so that doing it twice changes nothing.
 */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (unseen) => {
    const code = unseen.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** A line of our own with foreign words in it: nothing behind its beginning is a command to the runner. */
export function logLine(text: string): string {
  return visible(text.replaceAll(/\r\n?/g, '\n'))
    .replaceAll('##[', '# #[')
    .replaceAll(/\n(\s*)::/g, '\n$1: :')
}

/** Foreign words for the log: no line of them is a command to the runner, a fold or a colour. */
export function logText(text: string): string {
  return visible(text.replaceAll(/\r\n?/g, '\n'))
    .replaceAll('##[', '# #[')
    .replaceAll(/^(\s*)::/gm, '$1: :')
}
