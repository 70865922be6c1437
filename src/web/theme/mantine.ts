import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import { fontSizes, fontWeights, palettes } from './tokens.ts'

/** Mantine wants ten shades of a colour; ours has one role each, so that all its ways lead to the tokens. */
const tenfold = (value: string): MantineColorsTuple => Array.from({ length: 10 }, () => value) as never

/** Words on a filled button are dark where the accent is light. */
const variantColours: VariantColorsResolver = (input) => ({
  ...defaultVariantColorsResolver(input),
  ...(input.variant === 'filled' ? { color: 'var(--on-accent)' } : {}),
})

/** The head of a dialog is a `header` element: without this, screen readers take it for the page's. */
const noBanner = { header: { role: 'presentation' } }

/** A list unfolds when somebody asks for it, and not over the next fields because the keyboard came by. */
const chosen = { checkIconPosition: 'right', size: 'sm', openOnFocus: false } as const

/** Mantine in our type, space and colours. */
export const mantineTheme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  colors: { accent: tenfold(palettes.light.accent), danger: tenfold(palettes.light.danger) },
  primaryColor: 'accent',
  variantColorResolver: variantColours,
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: {
    xs: rem(fontSizes.caption),
    sm: rem(fontSizes.body),
    md: rem(fontSizes.body),
    lg: rem(fontSizes.lead),
    xl: rem(fontSizes.title),
  },
  headings: { fontWeight: String(fontWeights.strong) },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 80 } } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 }, attributes: noBanner } },
    Drawer: { defaultProps: { position: 'right', transitionProps: { duration: 120 }, attributes: noBanner } },
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
    Select: { defaultProps: chosen },
    MultiSelect: { defaultProps: chosen },
    TagsInput: { defaultProps: { openOnFocus: false } },
  },
})

/** Mantine's own variables say what our tokens say, in both themes at once. */
export const mantineVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--muted)',
    '--mantine-color-disabled-border': 'var(--border)',
    '--mantine-color-gray-light-hover': 'var(--hover)',
    '--mantine-color-gray-light-color': 'var(--muted)',
    '--mantine-color-gray-text': 'var(--muted)',
    ...ways('accent', '--accent', '--accent-hover', '--accent-soft', '--accent'),
    ...ways('danger', '--danger', '--danger', '--state-critical-soft', '--danger'),
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-shadow-xs': 'none',
    '--mantine-shadow-sm': 'var(--shadow)',
    '--mantine-shadow-md': 'var(--shadow)',
    '--mantine-shadow-lg': 'var(--shadow)',
    '--mantine-shadow-xl': 'var(--shadow)',
  }
  return { variables: {}, light: both, dark: both }
}

function ways(name: string, fill: string, hover: string, soft: string, text: string) {
  return {
    [`--mantine-color-${name}-filled`]: `var(${fill})`,
    [`--mantine-color-${name}-filled-hover`]: `var(${hover})`,
    [`--mantine-color-${name}-light`]: `var(${soft})`,
    [`--mantine-color-${name}-light-hover`]: `var(${soft})`,
    [`--mantine-color-${name}-light-color`]: `var(${text})`,
    [`--mantine-color-${name}-outline`]: `var(${fill})`,
    [`--mantine-color-${name}-outline-hover`]: `var(${soft})`,
    [`--mantine-color-${name}-text`]: `var(${text})`,
    [`--mantine-primary-color-filled`]: 'var(--accent)',
    [`--mantine-primary-color-filled-hover`]: 'var(--accent-hover)',
    [`--mantine-primary-color-light`]: 'var(--accent-soft)',
    [`--mantine-primary-color-light-hover`]: 'var(--accent-soft)',
    [`--mantine-primary-color-light-color`]: 'var(--accent)',
  }
}

function rem(px: number): string {
  return `${px / 16}rem`
}
