/** Ends a switch over a union: the compiler complains when a case is missing, and a wrong value at run time throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
