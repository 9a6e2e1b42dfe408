import { expect, test } from '@jest/globals'
import { importsOf, read, sources } from './repository.ts'

type Rule = Readonly<{ who: RegExp; never: RegExp; except?: RegExp }>

/** Who may import what: design's arrows, as paths. */
const RULES: Readonly<Record<string, Rule>> = {
  'lib imports nothing of the house': { who: /^lib\//, never: /^(?:actions|cli|lab|test|scripts)\// },
  'actions import lib, not the lab': { who: /^actions\//, never: /^(?:cli|lab|test|scripts)\// },
  'the command line imports lib, and knows actions as bundles': {
    who: /^cli\//,
    never: /^(?:actions|lab|test|scripts)\//
  },
  'the lab knows bundles, never an action’s source': {
    who: /^lab\//,
    never: /^(?:actions|cli|test|scripts)\//
  },
  'nothing imports an index.ts of an action': { who: /./, never: /^actions\/[^/]+\/src\/index\.ts$/ },
  'only index.ts and lib/runner.ts talk to the runner': {
    who: /^(?:actions|cli|lib)\//,
    never: /^@actions\/core/,
    except: /^(?:actions\/[^/]+\/src\/index\.ts|lib\/runner\.ts)$/
  },
  'only lib/github talks to GitHub': {
    who: /^(?:actions|cli|lib)\//,
    never: /^(?:@actions\/(?:github|artifact)|@octokit\/)/,
    except: /^lib\/github\//
  },
  'only lib/aws holds AWS clients': {
    who: /^(?:actions|cli|lib)\//,
    never: /^@aws-sdk\//,
    except: /^lib\/aws\//
  },
  'only lib/process.ts starts processes': {
    who: /^(?:actions|cli|lib)\//,
    never: /^(?:node:)?child_process$|^@actions\/exec/,
    except: /^lib\/process\.ts$/
  },
  'the runner of the lab knows neither GitHub nor AWS of the lab': {
    who: /^lab\/runner\//,
    never: /^lab\/(?:github|aws|demo|lab\.ts)/
  },
  'GitHub of the lab knows no runner but its ports': {
    who: /^lab\/github\//,
    never: /^lab\/(?:runner\/(?!ports\.ts$)|aws|demo|lab\.ts)/
  },
  'only tests and scripts use jest': { who: /^(?:actions|cli|lib|lab)\//, never: /^@?jest/ }
}

test.each(Object.entries(RULES))('%s', (_name, { who, never, except }) => {
  const offences = sources
    .filter((file) => who.test(file) && except?.test(file) !== true)
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => never.test(name))
        .map((name) => `${file} imports ${name}`)
    )
  expect(offences).toEqual([])
})

test('only lib/terraform/cli.ts names Terraform’s command', () => {
  const offences = sources.filter(
    (file) => /^(?:actions|cli|lib)\//.test(file) && /\bexec\(\s*['"`]terraform/.test(read(file))
  )
  expect(offences).toEqual([])
})

test('no action imports another', () => {
  const offences = sources.flatMap((file) => {
    const own = /^actions\/[^/]+\//.exec(file)?.[0]
    if (own === undefined) return []
    return importsOf(file)
      .filter((name) => name.startsWith('actions/') && !name.startsWith(own))
      .map((name) => `${file} imports ${name}`)
  })
  expect(offences).toEqual([])
})

test('the rules see imports', () => {
  expect(importsOf('lib/runner.ts')).toEqual(
    expect.arrayContaining(['@actions/core', 'lib/errors.ts', 'node:fs/promises'])
  )
})
