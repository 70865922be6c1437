/** What the tests use of npm net-snmp, which has no types of its own. */
declare module 'net-snmp' {
  interface NetSnmpVarbind {
    oid: string
    type: number
    value: unknown
  }
  interface NetSnmpSession {
    get(oids: string[], done: (error: Error | null, varbinds: NetSnmpVarbind[]) => void): void
    subtree(
      oid: string,
      maxRepetitions: number,
      feed: (varbinds: NetSnmpVarbind[]) => void,
      done: (error: Error | null) => void,
    ): void
    close(): void
  }
  interface NetSnmpAgent {
    getAuthorizer(): { addUser(user: object): void; addCommunity(community: string): void }
    getMib(): {
      registerProvider(provider: object): void
      setScalarValue(name: string, value: unknown): void
    }
    close(done?: () => void): void
  }
  const snmp: {
    Version1: number
    Version2c: number
    AuthProtocols: Record<string, number>
    PrivProtocols: Record<string, number>
    SecurityLevel: Record<string, number>
    ObjectType: Record<string, number>
    MibProviderType: Record<string, number>
    MaxAccess: Record<string, number>
    createSession(address: string, community: string, options: object): NetSnmpSession
    createV3Session(address: string, user: object, options: object): NetSnmpSession
    createAgent(options: object, callback: (error: Error | null) => void): NetSnmpAgent
  }
  export default snmp
}
