const ANY_HOST = 0xffff
const SCHEME = 'MIT-MAGIC-COOKIE-1'

/**
 * The bytes of an Xauthority file with one cookie for every display (Xau(3): big-endian family, then address,
 * display number, scheme and cookie, each after its length).
 */
export function xAuthority(cookie: Buffer): Buffer {
  const family = Buffer.alloc(2)
  family.writeUInt16BE(ANY_HOST)
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from(SCHEME), cookie]
  return Buffer.concat([family, ...fields.flatMap((field) => [lengthOf(field), field])])
}

function lengthOf(field: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(field.length)
  return length
}
