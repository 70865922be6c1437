import { createSocket } from 'node:dgram'

// Answers every packet with the one it was given, under the identifier that came: a device that costs nothing.
// argv: the port, then the answer in hexadecimal; its identifier is 0x12345678.
const [port, hex] = process.argv.slice(2) as [string, string]
const answer = Buffer.from(hex, 'hex')
const at = answer.indexOf(Buffer.from([0x02, 0x04, 0x12, 0x34, 0x56, 0x78])) + 2

// An answer comes from the address that was asked, so each address has a socket.
for (let device = 1; device <= 32; device++) {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 << 20 })
  socket.on('message', (packet, from) => {
    const pdu = packet.indexOf(0xa0)
    const length = packet[pdu + 1]!
    const id = pdu + (length < 0x80 ? 2 : 2 + (length & 0x7f)) + 2
    packet.copy(answer, at, id, id + 4)
    socket.send(Buffer.from(answer), from.port, from.address)
  })
  socket.bind(Number(port), `127.11.10.${device}`, () => device === 32 && process.send?.('listening'))
}
process.on('disconnect', () => process.exit())
