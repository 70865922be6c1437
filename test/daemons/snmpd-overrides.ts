export type Override = {
  oid: string
  type:
    | 'integer'
    | 'gauge'
    | 'counter'
    | 'counter64'
    | 'timeticks'
    | 'ipaddress'
    | 'objectid'
    | 'octet'
    | 'opaque'
    | 'float'
    | 'double'
  /** Text or bytes for 'octet', bytes for 'opaque', else what is printed. */
  value: string | number | bigint | Uint8Array
  /** How much a counter grows a second, from its value at the first question on. */
  perSecond?: number
}

/**
 * snmpd's `pass_persist` program: answers from a file of lines "oid TAB type TAB value" with, of a counter that grows,
 * "TAB growth"; read anew when it was replaced. OIDs are packed as 32-bit words, so that comparing strings is comparing OIDs.
 */
export const RESPONDER = String.raw`
use strict; use Time::HiRes; $| = 1;
my ($file, $seen, %row, @keys) = ($ARGV[0], '');
my $start = Time::HiRes::time();
sub value { my $row = shift; return $row->[3] ? int($row->[2] + $row->[3] * (Time::HiRes::time() - $start)) : $row->[2] }
sub key { my $oid = shift; $oid =~ s/^\.//; return pack('N*', split(/\./, $oid)) }
sub load {
  my $now = (stat($file))[9];
  return if !defined $now || $now eq $seen;
  open(my $in, '<', $file) or return;
  $seen = $now; %row = ();
  while (<$in>) { chomp; my ($oid, @said) = split(/\t/, $_); $row{key($oid)} = [$oid, @said] }
  @keys = sort keys %row;
}
sub after {
  my ($key, $low, $high) = (shift, 0, scalar @keys);
  while ($low < $high) { my $mid = int(($low + $high) / 2); if ($keys[$mid] le $key) { $low = $mid + 1 } else { $high = $mid } }
  return $keys[$low];
}
while (my $ask = <STDIN>) {
  chomp $ask;
  if ($ask =~ /^PING/) { print "PONG\n"; next }
  my $oid = <STDIN>; chomp $oid;
  if ($ask eq 'set') { <STDIN>; print "not-writable\n"; next }
  load();
  my $key = $ask eq 'getnext' ? after(key($oid)) : key($oid);
  my $row = defined $key ? $row{$key} : undef;
  print $row ? ".$row->[0]\n$row->[1]\n" . value($row) . "\n" : "NONE\n";
}
`

/** The subtrees to hand to the responder: deep enough not to hide the rest of the device. */
export function mountPoints(overrides: Override[]): string[] {
  const mounts = new Set<string>()
  for (const { oid } of overrides) {
    const arcs = oid.split('.')
    mounts.add('.' + arcs.slice(0, mountLength(oid, arcs.length)).join('.'))
  }
  return [...mounts]
}

function mountLength(oid: string, arcs: number): number {
  if (oid.startsWith('1.3.6.1.2.1.')) return Math.min(8, arcs - 1)
  if (oid.startsWith('1.3.6.1.4.1.')) return 7
  if (oid.startsWith('1.0.8802.')) return 6
  return arcs - 1
}

export function responderTable(overrides: Override[]): string {
  return overrides.map((row) => `${row.oid}\t${printed(row)}\n`).join('')
}

function printed({ type, value, perSecond }: Override): string {
  if (perSecond !== undefined) return `${type}\t${value}\t${perSecond}`
  if (type === 'float') return `opaque\t${hex(opaqueFloat(Number(value)))}`
  if (type === 'double') return `opaque\t${hex(opaqueDouble(Number(value)))}`
  if (type === 'octet' || type === 'opaque') {
    return `${type}\t${hex(typeof value === 'object' ? value : Buffer.from(String(value)))}`
  }
  return type === 'objectid' ? `objectid\t.${value}` : `${type}\t${value}`
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

function opaqueFloat(value: number): Buffer {
  const bytes = Buffer.from([0x9f, 0x78, 4, 0, 0, 0, 0])
  bytes.writeFloatBE(value, 3)
  return bytes
}

function opaqueDouble(value: number): Buffer {
  const bytes = Buffer.from([0x9f, 0x79, 8, 0, 0, 0, 0, 0, 0, 0, 0])
  bytes.writeDoubleBE(value, 3)
  return bytes
}
