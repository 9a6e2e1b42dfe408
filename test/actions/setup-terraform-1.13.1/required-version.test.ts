import { expect, test } from '@jest/globals'
import {
  findRequiredVersions,
  findRequiredVersionsInJson
} from '../../../actions/setup-terraform-1.13.1/src/required-version.ts'

test('a terraform block states what it requires', () => {
  expect(findRequiredVersions('terraform {\n  required_version = ">= 1.11.4"\n}\n')).toEqual(['>= 1.11.4'])
})

test('on one line, after a nested block, in two blocks', () => {
  expect(findRequiredVersions('terraform { required_version="~> 1.13" }')).toEqual(['~> 1.13'])
  expect(
    findRequiredVersions(`
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.100" }
  }
  required_version = ">= 1.5"
}
terraform {
  backend "s3" {}
  required_version = "< 2"
}`)
  ).toEqual(['>= 1.5', '< 2'])
})

test.each([
  ['a # comment', 'terraform {\n # required_version = "0.12"\n}'],
  ['a // comment', 'terraform {\n // required_version = "0.12"\n}'],
  ['a block comment', 'terraform {\n /* \n required_version = "0.12" */\n}'],
  ['a heredoc', 'terraform {\n x = <<-EOT\n  required_version = "0.12"\n  EOT\n}'],
  ['another block', 'locals {\n required_version = "0.12"\n}'],
  ['a nested block', 'terraform {\n cloud {\n required_version = "0.12"\n }\n}'],
  ['a string', 'terraform {\n x = "required_version = \\"0.12\\""\n}']
])('%s states nothing', (_where, hcl) => {
  expect(findRequiredVersions(hcl)).toEqual([])
})

test('braces and signs of comments inside strings do not confuse it', () => {
  const hcl = 'locals {\n a = "}{ # ${b["//"]}"\n}\nterraform {\n x = "{"\n required_version = "1.0.0"\n}'
  expect(findRequiredVersions(hcl)).toEqual(['1.0.0'])
})

test('a .tf.json file states it as an object or a list of objects', () => {
  expect(findRequiredVersionsInJson('{"terraform":{"required_version":"~> 1.13"}}')).toEqual(['~> 1.13'])
  expect(findRequiredVersionsInJson('{"terraform":[{"required_version":"1.0.0"},{}]}')).toEqual(['1.0.0'])
})

test.each(['', '{', '[]', 'null', '{"terraform":7}', '{"terraform":{"required_version":7}}'])(
  '%p states nothing',
  (json) => {
    expect(findRequiredVersionsInJson(json)).toEqual([])
  }
)
