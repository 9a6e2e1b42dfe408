import { expect, test } from '@jest/globals'
import { codeOnly } from '../../../lib/terraform/expressions.ts'
import { findReads } from '../../../lib/terraform/file-reads.ts'

const M = '${path.module}'
const reads = (text: string, path = 'live/web/main.tf'): readonly string[] =>
  findReads([{ path, text }], 'live/web')

test.each<[string, string, readonly string[]]>([
  ['a file of another folder', `a = filemd5("${M}/../shared/a.txt")`, ['live/shared/a.txt']],
  ['a folder of files', `a = fileset("${M}/../shared", "*.json")`, ['live/shared']],
  ['a path as Terraform is called', 'a = file("../shared/a.txt")', ['live/shared/a.txt']],
  ['a path from the root module', 'a = file("${path.root}/../b.txt")', ['live/b.txt']],
  ['the folder of a path that goes on', `a = file("${M}/../keys/\${var.name}.pub")`, ['live/keys']],
  ['a template inside of a text', `a = "x \${templatefile("${M}/../t.tpl", {})} y"`, ['live/t.tpl']],
  ['a template in a heredoc', `a = <<-EOT\n  \${file("${M}/../t.sh")}\n  EOT\n`, ['live/t.sh']],
  ['what a provider reads', `source_dir = "${M}/../../src"`, ['src']],
  ['what a command runs', `command = "python3 ${M}/../run.py --all"`, ['live/run.py']],
  ['nothing of its own folder', `a = file("${M}/a.txt")\nb = fileset(path.module, "*")`, []],
  ['nothing of a path that goes on inside', `a = file("${M}/keys/\${each.value}")`, []],
  ['nothing of a description', 'description = "The file(s) to read, by file(var.x)."', []],
  ['nothing of a comment', '# a = file(var.x)\n/* file(var.y) */ // file(var.z)', []],
  ['nothing of an escaped template', 'a = "$${file(var.x)}"', []],
  ["nothing of a provider's own function", 'a = provider::x::file(var.y)', []]
])('finds %s', (_what, text, expected) => {
  expect(reads(text)).toEqual(expected)
})

test('reads the strings of a .tf.json as Terraform does', () => {
  const text = JSON.stringify({ locals: { a: `\${file("${M}/../a.txt")}`, b: 'no file(s) here' } })
  expect(reads(text, 'live/web/main.tf.json')).toEqual(['live/a.txt'])
})

test("a path of a module is the module's, and what is bound already is not bound twice", () => {
  const module = { path: 'modules/net/main.tf', text: `a = file("${M}/../../live/web/x")` }
  const outside = { path: 'modules/net/more.tf', text: `a = file("${M}/../dns/x")` }
  expect(findReads([module, outside], 'live/web')).toEqual(['modules/dns/x'])
})

test.each([
  ['a variable', 'a = 1\nb = file(var.name)'],
  ['a text that begins with an expression', 'a = 1\nb = file("${var.folder}/x")'],
  ['an absolute path', 'a = 1\nb = file("/etc/hosts")'],
  ['a home folder', 'a = 1\nb = file("~/.ssh/id_rsa.pub")'],
  ['a function', 'a = 1\nb = "${file(join("/", [path.module, "x"]))}"'],
  ['a path above the repository', 'a = 1\nb = file("../../../x")']
])('refuses %s, naming the line', (_what, text) => {
  expect(() => reads(text)).toThrow(
    /^live\/web\/main\.tf line 2 reads .*sealed plan c(?:ould not|annot) be bound/
  )
})

test('code keeps its place when text and comments are blanked', () => {
  const text = 'a = "x ${b("y{")} z" # c\n{ d = <<E\n"t" ${e}\nE\n}\nf = "g"'
  const code = codeOnly(text)
  expect(code).toHaveLength(text.length)
  expect(code.split('\n')).toEqual(['a = "  ${b("  ")}  "    ', '{ d = <<E', '    ${e}', 'E', '}', 'f = " "'])
})
