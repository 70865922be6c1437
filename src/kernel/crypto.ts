export { createSealer, type Sealer } from './crypto/seal.ts'
export { hashToken, newToken } from './crypto/token.ts'
