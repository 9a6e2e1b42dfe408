/** Secrets and variables, as the settings page takes them. */

/** Bytes of a value. */
const LARGEST = 48 * 1024

/** Keeps a secret or variable under its name in capitals; throws where GitHub would not take it. */
export function keepSetting(kept: Map<string, string>, name: string, value: string): void {
  const key = name.toUpperCase()
  if (!/^[A-Z_][A-Z0-9_]*$/.test(key)) {
    throw new Error(
      `'${name}' cannot be a name: it holds letters, digits and underscores, and does not begin with a digit.`
    )
  }
  if (key.startsWith('GITHUB_')) throw new Error(`'${name}' cannot be a name: GITHUB_ is GitHub's own.`)
  if (Buffer.byteLength(value) > LARGEST) {
    throw new Error(`The value of ${key} is larger than 48 KB. Store it elsewhere.`)
  }
  kept.set(key, value)
}
