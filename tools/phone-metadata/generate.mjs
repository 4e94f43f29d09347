// Writes src/Invitations.Core/PhoneNumbers/phone-metadata.bin from the numbering plans of libphonenumber-js.
// `--check` writes nothing and fails where the committed table differs.
//
// The table, before compression: a format version, the number of plans, then every plan as
//   region (empty for a plan of no country), calling code, possible lengths,
//   international prefix, national number, national prefix, its rewriting rule, leading digits,
//   and ten kinds in the order of PhoneNumberKind, each with its possible lengths and its pattern.
// Numbers are unsigned LEB128. Texts are a length and ASCII bytes. Lengths are a mask: bit n is set where n digits are possible.
// A kind without numbers has no lengths; mobile numbers that share the pattern of the fixed lines have an empty pattern.
// Plans of one calling code stand together, the one that speaks for the code first.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import metadata from 'libphonenumber-js/max/metadata'

const formatVersion = 1
const target = fileURLToPath(new URL('../../src/Invitations.Core/PhoneNumbers/phone-metadata.bin', import.meta.url))
const kindCount = 10

const bytes = []

function number(value) {
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80)
  bytes.push(value)
}

function text(value) {
  const encoded = Buffer.from(value || '', 'ascii')
  number(encoded.length)
  bytes.push(...encoded)
}

function lengths(values) {
  number(values.reduce((mask, length) => mask + 2 ** length, 0))
}

function plan(region, source) {
  const [callingCode, internationalPrefix, nationalNumber, possibleLengths, , prefix, , prefixForParsing, rewriting, , leadingDigits, kinds] = source
  text(region)
  number(Number(callingCode))
  lengths(possibleLengths)
  text(internationalPrefix)
  text(nationalNumber)
  text(prefixForParsing || prefix)
  text(rewriting)
  text(leadingDigits)
  for (let kind = 0; kind < kindCount; kind++) {
    const entry = kinds[kind]
    lengths(entry ? entry[1] || possibleLengths : [])
    if (entry) text(entry[0])
  }
}

const plans = []
for (const [callingCode, regions] of Object.entries(metadata.country_calling_codes))
  for (const region of regions) {
    if (metadata.countries[region][0] !== callingCode) throw new Error(`${region} is listed under a calling code that is not its own.`)
    plans.push([region, metadata.countries[region]])
  }
for (const source of Object.values(metadata.nonGeographic)) plans.push(['', source])

number(formatVersion)
number(plans.length)
for (const [region, source] of plans) plan(region, source)

const table = Buffer.from(bytes)
if (process.argv.includes('--check')) {
  if (!brotliDecompressSync(readFileSync(target)).equals(table)) {
    console.error(`${target} is not what this tool writes.`)
    process.exit(1)
  }
} else {
  const compressed = brotliCompressSync(table, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: table.length
    }
  })
  writeFileSync(target, compressed)
  console.log(`${plans.length} plans: ${table.length} bytes, ${compressed.length} compressed.`)
}
