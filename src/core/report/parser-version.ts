/** Raised whenever `parseReport` may read the same text differently, so that cached readings are made again. */
export const PARSER_VERSION = 1
