import { Notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { drawToastsWith, type Toast } from './toast.ts'
import styles from './Toasts.module.css'

drawToastsWith((toast, close) => <ToastBody toast={toast} close={close} />)

/** Where toasts appear: below, in the middle, one above the other. */
export function Toasts() {
  return <Notifications position="bottom-center" limit={3} transitionDuration={120} zIndex={400} />
}

function ToastBody({ toast, close }: { toast: Toast; close: () => void }) {
  const { t } = useTranslation('web')
  return (
    <span className={styles.toast}>
      <span>{toast.message}</span>
      {toast.undo && (
        <button
          type="button"
          onClick={() => {
            toast.undo?.()
            close()
          }}
        >
          {t('toast.undo')}
        </button>
      )}
    </span>
  )
}
