/** Outputs of a step as its GITHUB_OUTPUT file has them: `name<<delimiter`, lines, `delimiter`. */
export function parseOutputs(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n?\2$/gm)]
  return Object.fromEntries(found.map(([, name = '', , value = '']) => [name, value]))
}
