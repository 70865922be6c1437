import type { StateName } from '../theme/tokens.ts'

interface Props {
  state: StateName
  /** Somebody has taken charge: the shape is an outline. */
  isOutlined?: boolean
  /** Pixels. */
  size?: number
  className?: string | undefined
}

/** Paths in a box of 12 by 12: a state is told by its shape as well as by its colour. */
const paths: Record<StateName, string> = {
  ok: 'M6 2.25a3.75 3.75 0 1 1 0 7.5a3.75 3.75 0 1 1 0-7.5Z',
  warning: 'M6 1.9L10.9 10.2H1.1Z',
  critical: 'M2 2H10V10H2Z',
  unknown: 'M6 1.1L10.9 6L6 10.9L1.1 6Z',
  unreachable: 'M2.2 2.2H9.8V9.8H2.2Z',
  maintenance: 'M3.75 2V10M8.25 2V10',
}

const lines: ReadonlySet<StateName> = new Set(['unreachable', 'maintenance'])

/** The shape of a state alone, hidden from screen readers: its word stands beside it. */
export function StateShape({ state, isOutlined = false, size = 12, className }: Props) {
  const isLine = lines.has(state) || isOutlined
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={className}
      style={{ flex: 'none' }}
    >
      <path
        d={paths[state]}
        fill={isLine ? 'none' : `var(--state-${state})`}
        stroke={`var(--state-${state})`}
        strokeWidth={state === 'maintenance' ? 2.4 : isLine ? 1.6 : 1}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
