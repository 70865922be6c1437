/** The few words of this domain; safe and small for a browser. */
export const snmpVersions = ['2c', '3', '1'] as const
export const levels = ['authPriv', 'authNoPriv', 'noAuthNoPriv'] as const
export const authProtocols = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const
/** `c` after an AES size is the key extension that Cisco uses. */
export const privProtocols = ['des', '3des', 'aes128', 'aes192', 'aes256', 'aes192c', 'aes256c'] as const
export const discoveryStates = ['waiting', 'running', 'done', 'stopped', 'failed'] as const
