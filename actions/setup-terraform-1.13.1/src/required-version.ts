/** What the scanner knows apart: comments, heredocs and strings, whose braces and words mean nothing to it. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|(?:#|\/\/)[^\n]*|<<[-~]?(\w+)\r?\n[\s\S]*?\n[ \t]*\1\b|\brequired_version[ \t]*=[ \t]*"((?:\\.|[^"\\\n])*)"|"(?:\\.|[^"\\\n])*"|[A-Za-z_][\w-]*|[{}]/g

/** The constraints that the `terraform` blocks of a .tf file state as `required_version`. */
export function findRequiredVersions(hcl: string): readonly string[] {
  const found: string[] = []
  let depth = 0
  let block = ''
  for (const [token, , constraint] of hcl.matchAll(TOKEN)) {
    if (token === '{') depth += 1
    else if (token === '}') depth = Math.max(0, depth - 1)
    else if (constraint !== undefined) {
      if (depth === 1 && block === 'terraform') found.push(constraint)
    } else if (depth === 0 && /^[A-Za-z_]/.test(token)) block = token
  }
  return found
}

/** The same of a .tf.json file; none when it is no such JSON, which Terraform says better than we. */
export function findRequiredVersionsInJson(json: string): readonly string[] {
  const blocks = asList(asRecord(parse(json))['terraform'])
  return blocks.map((block) => asRecord(block)['required_version']).filter((one) => typeof one === 'string')
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
