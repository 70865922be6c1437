/** Counters and histograms of this process, told in Prometheus' text format (version 0.0.4). */
export interface Metrics {
  request(route: string, status: number, ms: number): void
  text(): string
}

const bucketsMs = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000]

interface Series {
  count: number
  sumMs: number
  buckets: number[]
}

export function createMetrics(): Metrics {
  const requests = new Map<string, Series>()
  return {
    request(route, status, ms) {
      const key = `route="${escape(route)}",status="${Math.floor(status / 100)}xx"`
      const series = requests.get(key) ?? { count: 0, sumMs: 0, buckets: bucketsMs.map(() => 0) }
      requests.set(key, series)
      series.count += 1
      series.sumMs += ms
      const index = bucketsMs.findIndex((limit) => ms <= limit)
      if (index >= 0) series.buckets[index]! += 1
    },
    text: () => `${requestLines(requests)}${processLines()}`,
  }
}

function requestLines(requests: Map<string, Series>): string {
  const lines = ['# TYPE vigie_http_request_duration_seconds histogram']
  for (const [key, series] of requests) {
    let below = 0
    series.buckets.forEach((count, index) => {
      below += count
      lines.push(
        `vigie_http_request_duration_seconds_bucket{${key},le="${bucketsMs[index]! / 1000}"} ${below}`,
      )
    })
    lines.push(`vigie_http_request_duration_seconds_bucket{${key},le="+Inf"} ${series.count}`)
    lines.push(`vigie_http_request_duration_seconds_sum{${key}} ${series.sumMs / 1000}`)
    lines.push(`vigie_http_request_duration_seconds_count{${key}} ${series.count}`)
  }
  return `${lines.join('\n')}\n`
}

function processLines(): string {
  const cpu = process.cpuUsage()
  return [
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${(cpu.user + cpu.system) / 1e6}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '',
  ].join('\n')
}

/** A label's value, as the text format wants it. */
export function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
