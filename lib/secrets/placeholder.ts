/** What people and programs write where a value is to come. */
const WORDS =
  /^(?:change[ _-]?(?:me|it)|replace[ _-]?(?:me|this|it)|place[ _-]?holder|to[ _-]?do|tbd|dummy|example|fill[ _-]?(?:me|in)|insert[ _-]?here|unknown|undefined|null|none|nil|n\/a|x{3,}|\*{3,}|\.{3,}|-+|your[ _-].*|\(known after apply\)|\(sensitive(?: value)?\)|\(hidden\)|<[^<>]*>|\$\{[^}]*\}|\{\{[^}]*\}\})$/i
/** `***` is what a masked value turns into. */
const TEMPLATES = /<[^<>]*>|\$\{|\{\{|\*{3}/

/** Whether a text as a whole stands for a value and is none: `CHANGEME`, `<key>`, `***`. Random keys never do. */
export function isPlaceholder(text: string): boolean {
  return WORDS.test(text.trim().replaceAll(/^["'_]+|["'_]+$/g, ''))
}

/** Whether something in a text that is not random, such as a host, is still to be filled in: `<host>:5432`, `${host}`. */
export const holdsPlaceholder = (text: string): boolean => isPlaceholder(text) || TEMPLATES.test(text)
