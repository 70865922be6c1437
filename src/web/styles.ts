/** Every global style sheet, in order: the tokens, the faces, Mantine's, then what makes both one. */
import 'virtual:tokens.css'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/base.css'
import './theme/mantine.css'
